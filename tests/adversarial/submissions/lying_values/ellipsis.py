# verdict: wrong answer
# slow: another of its kind is in the default run
# why: a built-in singleton that is no plain data
class Ledger:
    def add(self, a, b): return ...
