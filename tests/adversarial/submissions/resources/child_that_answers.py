# verdict: wrong answer | run-time error | time limit exceeded
# slow: another of its kind is in the default run
# why: a child speaks over the inherited channel
import os, time
class Ledger:
    def add(self, a, b):
        if os.fork() == 0:
            os.write(3, b"\0\0\0\x08[\"ok\",4]")
            time.sleep(600)
        time.sleep(60)
