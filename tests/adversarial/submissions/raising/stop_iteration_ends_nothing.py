# verdict: run-time error | wrong answer
# test: test_walk
# slow: another of its kind is in the default run
# why: a generator that raises StopIteration has failed
class Ledger:
    def deposit(self, name, amount): return amount
    def walk(self):
        yield "ann"
        yield "bob"
        raise StopIteration
