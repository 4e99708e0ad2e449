# verdict: run-time error
# why: an exception group
class Ledger:
    def add(self, a, b): raise ExceptionGroup("several", [ValueError(1), KeyError("x")])
