# verdict: wrong answer
# test: test_count
# why: becomes another class between two calls
class Ledger:
    def deposit(self, name, amount): return amount
    def count(self):
        self.__class__ = Other
        return 1
class Other:
    def count(self): return 1
