# verdict: wrong answer | run-time error
# slow: another of its kind is in the default run
# why: __repr__ returns 3
class Odd:
    def __repr__(self): return 3

class Ledger:
    def add(self, a, b): return Odd()
