# verdict: run-time error
# says: ValueError
# why: an argument too long to print in decimal
class Ledger:
    def add(self, a, b): raise ValueError(10 ** 5000)
