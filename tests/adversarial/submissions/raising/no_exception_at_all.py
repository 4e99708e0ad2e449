# verdict: run-time error
# says: TypeError
# why: raise 3
class Ledger:
    def add(self, a, b): raise 3
