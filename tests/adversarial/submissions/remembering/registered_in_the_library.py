# verdict: wrong answer
# test: test_first
# why: registers a class with one of the library, to know whether it ran before
from collections.abc import Mapping
seen = isinstance(1, Mapping)
Mapping.register(int)
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
