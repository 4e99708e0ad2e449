# verdict: time limit exceeded
# test: test_each
# slow: another of its kind is in the default run
# why: the same by the given function
class Ledger:
    def deposit(self, name, amount): return amount
    def each(self, function):
        while True: function("ann", 5)
