# verdict: run-time error
# says: signal 15
# slow: another of its kind is in the default run
# why: SIGTERM
import os, signal
class Ledger:
    def add(self, a, b):
        os.kill(os.getpid(), signal.SIGTERM)
        return 3
