# verdict: output limit exceeded | wrong answer
# test: test_balances
# why: a quadratic dictionary
class Ledger:
    def deposit(self, name, amount): return amount
    def balances(self):
        return dict.fromkeys(number * (2**61 - 1) for number in range(1000))
