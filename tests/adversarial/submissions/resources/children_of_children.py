# verdict: wrong answer | run-time error | time limit exceeded
# slow: another of its kind is in the default run
# why: 64 processes in six generations
import os, time
class Ledger:
    def add(self, a, b):
        me = os.getpid()
        for _ in range(6): os.fork()
        if os.getpid() != me: time.sleep(600)
        return 4
