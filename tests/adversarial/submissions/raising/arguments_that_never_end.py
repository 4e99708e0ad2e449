# verdict: time limit exceeded | run-time error | memory limit exceeded
# why: reading the args never returns
class Odd(Exception):
    @property
    def args(self):
        while True: yield 1

class Odder(Exception):
    @property
    def args(self): return Odd().args

class Ledger:
    def add(self, a, b): raise Odder
