# verdict: time limit exceeded
# test: test_property
# why: each answer is quick, all together are not
import time
class Ledger:
    def deposit(self, name, amount):
        self.held = getattr(self, "held", {})
        until = time.process_time() + 0.02
        while time.process_time() < until: pass
        self.held[name] = self.held.get(name, 0) + amount
        return self.held[name]
    def balances(self): return getattr(self, "held", {})
