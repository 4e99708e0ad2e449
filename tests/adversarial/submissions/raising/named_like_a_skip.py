# verdict: run-time error
# why: a class that calls itself pytest's Skipped
class Skipped(BaseException):
    allow_module_level = True
    msg = "fine"
Skipped.__module__ = "_pytest.outcomes"

class Ledger:
    def add(self, a, b): raise Skipped("fine")
