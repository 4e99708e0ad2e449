# verdict: wrong answer
# test: test_names
# slow: another of its kind is in the default run
# why: assertEqual asks no repr in the test; the judge does
class Endless:
    def __repr__(self):
        while True: pass

class Ledger:
    def deposit(self, name, amount): return amount
    def names(self): return Endless()
