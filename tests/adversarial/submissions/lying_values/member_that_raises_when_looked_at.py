# verdict: run-time error | wrong answer
# why: a class attribute whose __class__ raises
class Mine:
    @property
    def __class__(self): raise RuntimeError("do not look")

class Odd:
    trap = Mine()

class Ledger:
    def add(self, a, b): return Odd()
