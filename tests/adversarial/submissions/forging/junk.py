# verdict: run-time error
# says: interfered
# why: bytes of no form
import os
class Ledger:
    def add(self, a, b):
        os.write(3, b"junk junk junk" * 10)
        return 3
