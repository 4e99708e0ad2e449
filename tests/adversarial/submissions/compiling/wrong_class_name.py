# verdict: compile error
# says: does not define Ledger; it defines Leger
# why: a misspelt class
class Leger:
    def add(self, a, b): return a + b
