# verdict: wrong answer
# why: too long to print in decimal, short enough to cross
class Ledger:
    def add(self, a, b): return 10 ** 5000
