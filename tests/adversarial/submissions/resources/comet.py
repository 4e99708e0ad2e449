# verdict: wrong answer | run-time error | time limit exceeded
# why: for two seconds always a new process, never an old one
import os, time
class Ledger:
    def add(self, a, b):
        until = time.monotonic() + 2
        if os.fork() == 0:
            os.setsid()
            while time.monotonic() < until:
                if os.fork(): os._exit(0)
            os._exit(0)
        return 4
