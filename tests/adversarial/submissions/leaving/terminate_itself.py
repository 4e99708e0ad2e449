# verdict: run-time error
# says: signal 15
# why: SIGTERM
import os, signal
class Ledger:
    def add(self, a, b):
        os.kill(os.getpid(), signal.SIGTERM)
        return 3
