# verdict: output limit exceeded
# says: too large
# why: a list nested a hundred thousand deep
class Ledger:
    def add(self, a, b):
        value = []
        for _ in range(100_000): value = [value]
        return value
