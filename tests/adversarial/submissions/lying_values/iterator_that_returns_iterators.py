# verdict: wrong answer | time limit exceeded
# test: test_walk
# slow: another of its kind is in the default run
# why: iter() of it is always another one
class Matryoshka:
    def __iter__(self): return Matryoshka()
    def __next__(self): return Matryoshka()

class Ledger:
    def deposit(self, name, amount): return amount
    def walk(self): return Matryoshka()
