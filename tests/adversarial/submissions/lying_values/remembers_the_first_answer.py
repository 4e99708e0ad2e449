# verdict: wrong answer
# test: test_property
# why: every run of a property gets another answer
import time
class Ledger:
    def __init__(self): self.held = {}
    def deposit(self, name, amount):
        self.held[name] = self.held.get(name, 0) + amount
        return self.held[name] if time.perf_counter_ns() % 2 else -1
    def balances(self): return self.held
