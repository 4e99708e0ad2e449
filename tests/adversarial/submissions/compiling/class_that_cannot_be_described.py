# verdict: run-time error | compile error
# why: a class attribute that raises when looked at, in the class itself
class Mine:
    @property
    def __class__(self): raise RuntimeError("do not look")
class Ledger:
    trap = Mine()
    def add(self, a, b): return a + b
