# verdict: time limit exceeded
# test: test_walk
# why: each item is quick; there is always one more
class Ledger:
    def deposit(self, name, amount): return amount
    def walk(self):
        while True: yield "ann"
