# verdict: run-time error
# why: an exception without readable args
class Odd(Exception):
    @property
    def args(self): raise RuntimeError("no args")

class Ledger:
    def add(self, a, b): raise Odd
