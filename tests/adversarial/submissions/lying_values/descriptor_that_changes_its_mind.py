# verdict: wrong answer
# test: test_count
# slow: another of its kind is in the default run
# why: a method that is another one each time
class Shifting:
    def __get__(self, owner, kind=None):
        Shifting.n = getattr(Shifting, "n", 0) + 7
        return lambda: Shifting.n

class Ledger:
    count = Shifting()
    def deposit(self, name, amount): return amount
