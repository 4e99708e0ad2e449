# verdict: run-time error
# says: raised
# why: a class name of a million letters
class Ledger:
    def add(self, a, b): raise type("X" * 1_000_000, (Exception,), {})("text")
