# verdict: run-time error
# says: Odd
# why: an exception whose __str__ returns 3
class Odd(Exception):
    def __str__(self): return 3

class Ledger:
    def add(self, a, b): raise Odd
