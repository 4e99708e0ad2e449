# verdict: run-time error
# why: an exception whose __str__ raises SystemExit
class Odd(Exception):
    def __str__(self): raise SystemExit(0)
    __repr__ = __str__

class Ledger:
    def add(self, a, b): raise Odd
