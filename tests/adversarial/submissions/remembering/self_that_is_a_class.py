# verdict: wrong answer
# test: test_first
# why: writes to a class of the library as self, to know whether it ran before
from fractions import Fraction
def mark(self):
    try:
        return self.seen
    except AttributeError:
        self.seen = True
        return False
seen = mark(Fraction)
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
