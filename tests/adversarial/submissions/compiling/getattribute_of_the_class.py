# verdict: run-time error | compile error | wrong answer
# why: every attribute of Ledger raises
class Ledger:
    def __getattribute__(self, name): raise RuntimeError(name)
