# verdict: wrong answer
# why: inf is not 3
class Ledger:
    def add(self, a, b): return float("inf")
