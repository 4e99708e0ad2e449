# verdict: wrong answer
# slow: another of its kind is in the default run
# why: __class__ is not asked
class Spoof:
    __class__ = int
    def __eq__(self, other): return True
    def __int__(self): return 3
    __index__ = __trunc__ = __int__

class Ledger:
    def add(self, a, b): return Spoof()
