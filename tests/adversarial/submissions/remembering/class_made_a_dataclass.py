# verdict: wrong answer
# test: test_first
# why: a decorator writes to a class of the library, to know whether it ran before
from dataclasses import dataclass
from fractions import Fraction
seen = repr(Fraction(1, 2)) == "Fraction()"
dataclass(Fraction)
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
