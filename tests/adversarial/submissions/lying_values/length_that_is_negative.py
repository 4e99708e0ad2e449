# verdict: wrong answer | run-time error
# test: test_walk
# why: __len__ breaks its own contract
class Odd:
    def __iter__(self): return iter(())
    def __len__(self): return -1

class Ledger:
    def deposit(self, name, amount): return amount
    def walk(self): return Odd()
