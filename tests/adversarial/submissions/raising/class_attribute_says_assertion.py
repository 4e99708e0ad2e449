# verdict: run-time error
# says: Odd
# why: __class__ is not asked
class Odd(Exception):
    __class__ = AssertionError

class Ledger:
    def add(self, a, b): raise Odd("all fine")
