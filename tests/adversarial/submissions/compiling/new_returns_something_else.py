# verdict: compile error | run-time error | wrong answer
# why: Ledger() is 3
class Ledger:
    def __new__(cls): return 3
    def add(self, a, b): return a + b
