# verdict: output limit exceeded
# says: too large
# why: an integer past the limit
class Ledger:
    def add(self, a, b): return 1 << 1_000_000
