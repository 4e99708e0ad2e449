# verdict: compile error
# says: cannot be called so
# why: too few parameters
class Ledger:
    def add(self, a): return 3
