# verdict: run-time error
# says: signal 6
# why: os.abort
import os
class Ledger:
    def add(self, a, b): os.abort()
