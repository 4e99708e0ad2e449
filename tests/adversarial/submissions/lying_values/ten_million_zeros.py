# verdict: output limit exceeded
# says: too large
# why: more parts than may cross
class Ledger:
    def add(self, a, b): return [0] * 10_000_000
