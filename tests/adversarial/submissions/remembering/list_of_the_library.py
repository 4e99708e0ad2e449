# verdict: wrong answer
# test: test_first
# why: adds to a list that a module holds, to know whether it ran before
from urllib.parse import uses_netloc as known
seen = "seen" in known
known.append("seen")
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
