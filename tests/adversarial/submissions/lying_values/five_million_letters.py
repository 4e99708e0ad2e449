# verdict: output limit exceeded
# says: too large
# why: a text past the frame
class Ledger:
    def add(self, a, b): return "x" * (5 << 20)
