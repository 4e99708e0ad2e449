# verdict: run-time error
# test: test_unknown_account
# says: LookupError
# why: a base of the error that was asked for
class Ledger:
    def deposit(self, name, amount): return amount
    def share(self, name): raise LookupError(name)
