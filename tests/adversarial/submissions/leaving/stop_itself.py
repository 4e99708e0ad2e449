# verdict: time limit exceeded
# says: waiting
# slow: another of its kind is in the default run
# why: SIGSTOP is waiting
import os, signal
class Ledger:
    def add(self, a, b):
        os.kill(os.getpid(), signal.SIGSTOP)
        return 3
