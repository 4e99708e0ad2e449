# verdict: run-time error
# says: StopIteration
# why: StopIteration out of a plain call
class Ledger:
    def add(self, a, b): raise StopIteration(3)
