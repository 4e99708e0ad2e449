# verdict: time limit exceeded
# test: test_walk
# slow: another of its kind is in the default run
# why: the old protocol of iteration, by index
class Endless:
    def __getitem__(self, index): return "ann"
    def __len__(self): return 2

class Ledger:
    def deposit(self, name, amount): return amount
    def walk(self): return Endless()
