# verdict: run-time error | wrong answer
# why: a signal to the process that made it
# needs: signals confined
import os, signal
class Ledger:
    def add(self, a, b):
        os.kill(os.getppid(), signal.SIGKILL)
        return a + b
