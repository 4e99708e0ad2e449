# verdict: wrong answer
# test: test_first
# why: adds to a set that a module offers, to know whether it ran before
from hashlib import algorithms_available as known
seen = "seen" in known
known.add("seen")
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
