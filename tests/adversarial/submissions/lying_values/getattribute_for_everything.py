# verdict: wrong answer | run-time error
# why: every attribute is a function that returns 3
class Everything:
    def __getattribute__(self, name): return lambda *_, **__: 3

class Ledger:
    def add(self, a, b): return Everything()
