# verdict: run-time error
# says: UnicodeDecodeError
# why: a built-in with a signature of its own
class Ledger:
    def add(self, a, b): return b"\xff".decode()
