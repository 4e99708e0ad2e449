# verdict: wrong answer
# test: test_property
# why: the property finds what the examples do not
class Ledger:
    def __init__(self): self.held = {}
    def deposit(self, name, amount):
        self.held[name] = min(self.held.get(name, 0) + amount, 10)
        return self.held[name]
    def balances(self): return dict(self.held)
