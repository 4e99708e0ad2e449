# verdict: time limit exceeded
# says: waiting, not computing
# why: a million seconds
import time
class Ledger:
    def add(self, a, b): time.sleep(1e6)
