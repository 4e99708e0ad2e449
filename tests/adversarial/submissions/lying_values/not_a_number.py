# verdict: wrong answer
# why: nan equals nothing
class Ledger:
    def add(self, a, b): return float("nan")
