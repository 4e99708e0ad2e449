# verdict: run-time error
# says: RecursionError
# slow: another of its kind is in the default run
# why: plain endless recursion
class Ledger:
    def add(self, a, b): return self.add(a, b)
