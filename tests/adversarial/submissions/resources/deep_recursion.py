# verdict: run-time error
# says: RecursionError
# why: plain endless recursion
class Ledger:
    def add(self, a, b): return self.add(a, b)
