# verdict: run-time error
# says: Odd
# why: an exception whose __str__ raises
class Odd(Exception):
    def __str__(self): raise RuntimeError("no text")
    __repr__ = __str__

class Ledger:
    def add(self, a, b): raise Odd
