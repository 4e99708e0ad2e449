# verdict: wrong answer
# why: its repr raises in the judge
from fractions import Fraction
class Ledger:
    def add(self, a, b): return Fraction(10 ** 5000, 3)
