# verdict: run-time error
# says: NameError
# why: an annotation that is no name
class Ledger:
    def add(self, a: Amount, b): return a + b
