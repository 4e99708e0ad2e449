# verdict: run-time error
# says: signal 9
# why: SIGKILL
import os, signal
class Ledger:
    def add(self, a, b): os.kill(os.getpid(), signal.SIGKILL)
