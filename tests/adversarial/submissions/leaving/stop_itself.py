# verdict: time limit exceeded
# says: waiting
# why: SIGSTOP is waiting
import os, signal
class Ledger:
    def add(self, a, b):
        os.kill(os.getpid(), signal.SIGSTOP)
        return 3
