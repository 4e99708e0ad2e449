# verdict: run-time error
# why: puts /dev/null in place of the channel
import os
class Ledger:
    def add(self, a, b):
        os.dup2(os.open("/dev/null", os.O_RDWR), 3)
        return 3
