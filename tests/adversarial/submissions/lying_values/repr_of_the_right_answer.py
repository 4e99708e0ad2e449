# verdict: wrong answer
# why: looking like 3 is not being 3
class Three:
    def __repr__(self): return "3"
    __str__ = __repr__

class Ledger:
    def add(self, a, b): return Three()
