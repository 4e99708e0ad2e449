# verdict: run-time error
# why: closes every descriptor
import os
class Ledger:
    def add(self, a, b):
        os.closerange(0, 64)
        return 3
