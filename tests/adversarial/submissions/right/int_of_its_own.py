# verdict: accepted
# why: a subclass of int that is right
class Amount(int):
    def __eq__(self, other): return False
    __hash__ = int.__hash__
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return Amount(a + b)
