# verdict: run-time error | time limit exceeded | memory limit exceeded | output limit exceeded
# slow: another of its kind is in the default run
# why: groups nested past any limit
class Ledger:
    def add(self, a, b):
        error = ValueError("x")
        for _ in range(5000): error = ExceptionGroup("g", [error])
        raise error
