# verdict: run-time error
# says: exited with code 0
# slow: another of its kind is in the default run
# why: the process is gone in the middle of a call
import os
class Ledger:
    def add(self, a, b): os._exit(0)
