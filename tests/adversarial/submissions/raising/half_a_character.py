# verdict: run-time error
# says: ValueError
# why: a lone surrogate in the text
class Ledger:
    def add(self, a, b): raise ValueError("\ud800")
