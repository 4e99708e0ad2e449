# verdict: run-time error | time limit exceeded
# slow: another of its kind is in the default run
# why: the worker dies, a child holds its descriptors open
import os, time
class Ledger:
    def add(self, a, b):
        if os.fork() == 0:
            os.setsid()
            time.sleep(600)
        os._exit(0)
