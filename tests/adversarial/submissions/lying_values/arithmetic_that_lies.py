# verdict: wrong answer
# test: test_share
# slow: another of its kind is in the default run
# why: whatever one does with it, it looks right; the comparison is made on the trusted side
class Chameleon:
    def __sub__(self, other): return 0.0
    __rsub__ = __add__ = __radd__ = __abs__ = __neg__ = lambda *_: 0.0
    def __lt__(self, other): return True
    __le__ = __gt__ = __ge__ = __eq__ = __lt__
    def __float__(self): return 0.25
    def __bool__(self): return True

class Ledger:
    def deposit(self, name, amount): return amount
    def share(self, name): return Chameleon()
