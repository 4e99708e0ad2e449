# verdict: run-time error | compile error | wrong answer
# why: an instance that says it is a class
class Spoof:
    __class__ = type
    def __call__(self): return self
    def add(self, a, b): return 3
Ledger = Spoof()
