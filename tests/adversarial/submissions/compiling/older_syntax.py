# verdict: compile error
# says: print
# why: a print statement of Python 2
class Ledger:
    def add(self, a, b): print a + b
