# verdict: wrong answer
# test: test_unknown_account
# why: the contract wants an error
class Ledger:
    def deposit(self, name, amount): return amount
    def share(self, name): return KeyError(name)
