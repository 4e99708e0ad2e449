# verdict: run-time error
# says: signal 9
# why: the whole process group, which is its own
import os, signal
class Ledger:
    def add(self, a, b): os.killpg(0, signal.SIGKILL)
