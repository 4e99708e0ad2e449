# verdict: run-time error
# says: SystemExit
# slow: another of its kind is in the default run
# why: leaving with a text
class Ledger:
    def add(self, a, b): raise SystemExit("0")
