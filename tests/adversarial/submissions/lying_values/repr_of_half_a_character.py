# verdict: wrong answer
# why: a lone surrogate in a description
class Half:
    def __repr__(self): return "\ud800"

class Ledger:
    def add(self, a, b): return Half()
