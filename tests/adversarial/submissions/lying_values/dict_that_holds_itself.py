# verdict: output limit exceeded
# says: too large
# why: a dict that is its own value
class Ledger:
    def add(self, a, b):
        value = {}
        value["x"] = (value, [value])
        return value
