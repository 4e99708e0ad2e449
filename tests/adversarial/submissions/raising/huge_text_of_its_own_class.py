# verdict: run-time error
# says: Odd
# slow: another of its kind is in the default run
# why: the same for a class of its own
class Odd(Exception): pass

class Ledger:
    def add(self, a, b): raise Odd("x" * 5_000_000)
