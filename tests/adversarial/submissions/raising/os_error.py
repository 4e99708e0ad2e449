# verdict: run-time error
# says: FileNotFoundError
# why: an OSError picks its own subclass
class Ledger:
    def add(self, a, b): raise OSError(2, "none", "a\nfile")
