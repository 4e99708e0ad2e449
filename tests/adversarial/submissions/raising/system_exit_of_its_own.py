# verdict: run-time error
# slow: another of its kind is in the default run
# why: a subclass of SystemExit
class Leave(SystemExit): pass

class Ledger:
    def add(self, a, b): raise Leave(0)
