# verdict: run-time error
# slow: another of its kind is in the default run
# why: the whole process group, which is its own
import os, signal
class Ledger:
    def add(self, a, b): os.killpg(0, signal.SIGKILL)
