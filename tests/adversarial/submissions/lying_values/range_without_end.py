# verdict: output limit exceeded | wrong answer | time limit exceeded
# test: test_walk
# why: plain data, tiny on the wire, endless when the test makes a list of it
class Ledger:
    def deposit(self, name, amount): return amount
    def walk(self): return range(10**15)
