# verdict: run-time error
# says: SyntaxError
# why: nor is a SyntaxError
class Ledger:
    def add(self, a, b): return eval("a +")
