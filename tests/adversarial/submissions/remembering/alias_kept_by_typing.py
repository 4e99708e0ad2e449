# verdict: wrong answer
# test: test_first
# why: writes to an alias that typing hands out again, to know whether it ran before
from typing import List
alias = List[int]
seen = alias._name == "seen"
alias._name = "seen"
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
