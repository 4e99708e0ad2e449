# verdict: run-time error
# says: Mine
# why: not an Exception
class Mine(BaseException): pass

class Ledger:
    def add(self, a, b): raise Mine("x")
