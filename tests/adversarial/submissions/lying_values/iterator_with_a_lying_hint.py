# verdict: wrong answer | time limit exceeded | output limit exceeded | run-time error
# test: test_walk
# why: __length_hint__ of a million million
class Hint:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
    def __length_hint__(self): return 10**12
    def __len__(self): return 10**12

class Ledger:
    def deposit(self, name, amount): return amount
    def walk(self): return Hint()
