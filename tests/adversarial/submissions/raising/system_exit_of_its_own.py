# verdict: run-time error
# why: a subclass of SystemExit
class Leave(SystemExit): pass

class Ledger:
    def add(self, a, b): raise Leave(0)
