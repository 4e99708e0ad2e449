# verdict: run-time error
# says: RecursionError
# why: said, not done
class Ledger:
    def add(self, a, b): raise RecursionError("by hand")
