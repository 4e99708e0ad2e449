# verdict: run-time error
# says: SystemExit
# slow: another of its kind is in the default run
# why: sys.exit in a call
import sys
class Ledger:
    def add(self, a, b): sys.exit(0)
