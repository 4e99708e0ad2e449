# verdict: run-time error
# says: Odd
# why: the same for a class of its own
class Odd(Exception): pass

class Ledger:
    def add(self, a, b): raise Odd("x" * 5_000_000)
