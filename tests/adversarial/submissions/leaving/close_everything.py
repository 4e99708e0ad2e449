# verdict: run-time error
# slow: another of its kind is in the default run
# why: closes every descriptor
import os
class Ledger:
    def add(self, a, b):
        os.closerange(0, 64)
        return 3
