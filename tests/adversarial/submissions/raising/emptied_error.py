# verdict: run-time error
# says: UnicodeDecodeError
# why: a built-in whose state was never set
class Ledger:
    def add(self, a, b): raise UnicodeDecodeError.__new__(UnicodeDecodeError)
