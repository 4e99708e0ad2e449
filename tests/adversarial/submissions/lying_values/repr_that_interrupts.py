# verdict: wrong answer
# test: test_names
# slow: another of its kind is in the default run
# why: KeyboardInterrupt out of a description
class Rude:
    def __repr__(self): raise KeyboardInterrupt

class Ledger:
    def deposit(self, name, amount): return amount
    def names(self): return Rude()
