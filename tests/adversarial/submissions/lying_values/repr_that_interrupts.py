# verdict: wrong answer
# test: test_names
# why: KeyboardInterrupt out of a description
class Rude:
    def __repr__(self): raise KeyboardInterrupt

class Ledger:
    def deposit(self, name, amount): return amount
    def names(self): return Rude()
