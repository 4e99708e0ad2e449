# verdict: run-time error
# says: SystemExit
# why: leaving with a text
class Ledger:
    def add(self, a, b): raise SystemExit("0")
