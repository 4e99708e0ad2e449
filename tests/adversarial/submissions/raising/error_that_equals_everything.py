# verdict: run-time error
# why: an error with a lying __eq__ and __hash__
class Odd(Exception):
    def __eq__(self, other): return True
    def __hash__(self): raise RuntimeError("no hash")

class Ledger:
    def add(self, a, b): raise Odd
