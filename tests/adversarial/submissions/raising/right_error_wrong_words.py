# verdict: wrong answer | run-time error
# test: test_refused_amount
# why: the words are part of the contract
class Ledger:
    def deposit(self, name, amount):
        if amount <= 0: raise ValueError("no")
        return amount
