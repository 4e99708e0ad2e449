# verdict: run-time error
# says: SystemExit
# why: sys.exit in a call
import sys
class Ledger:
    def add(self, a, b): sys.exit(0)
