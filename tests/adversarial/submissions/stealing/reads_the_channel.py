# verdict: time limit exceeded
# says: waiting
# slow: another of its kind is in the default run
# why: there is nothing ahead in the channel to be read
import os
class Ledger:
    def add(self, a, b): return os.read(3, 1 << 16).count(b"3")
