# verdict: output limit exceeded
# says: too large
# why: a list that is its own member
class Ledger:
    def add(self, a, b):
        value = []
        value.append(value)
        return value
