# verdict: run-time error | wrong answer | time limit exceeded
# why: stops the process that would sweep it; the judge must not wait for ever
# slow: the judge's silence takes 20 s to be believed
# needs: signals confined
import os, signal
class Ledger:
    def add(self, a, b):
        os.kill(os.getppid(), signal.SIGSTOP)
        return a + b
