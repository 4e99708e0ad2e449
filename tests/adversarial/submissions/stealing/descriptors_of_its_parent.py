# verdict: run-time error | wrong answer
# slow: another of its kind is in the default run
# why: the control socket cannot be borrowed
# needs: capabilities dropped
import os
class Ledger:
    def add(self, a, b):
        os.listdir(f"/proc/{os.getppid()}/fd")
        os.readlink(f"/proc/{os.getppid()}/fd/0")
        return a + b
