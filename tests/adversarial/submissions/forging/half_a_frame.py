# verdict: time limit exceeded
# says: waiting
# slow: another of its kind is in the default run
# why: a frame that never becomes whole
import os, time
class Ledger:
    def add(self, a, b):
        os.write(3, b"\0\0\0\xff[\"ok\",3")
        time.sleep(60)
