# verdict: compile error | run-time error | wrong answer
# why: Ledger is an exception class
class Ledger(Exception):
    def add(self, a, b): return a + b
