# verdict: wrong answer
# why: a built-in singleton that is no plain data
class Ledger:
    def add(self, a, b): return ...
