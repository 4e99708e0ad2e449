# verdict: time limit exceeded
# says: s of CPU time were used where
# slow: another of its kind is in the default run
# why: right, and far too slow
class Ledger:
    def add(self, a, b):
        def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
        fib(45)
        return a + b
