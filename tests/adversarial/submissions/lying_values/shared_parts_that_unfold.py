# verdict: output limit exceeded
# says: too large
# slow: another of its kind is in the default run
# why: small here, 2**30 parts when written out
class Ledger:
    def add(self, a, b):
        value = [0]
        for _ in range(30): value = [value, value]
        return value
