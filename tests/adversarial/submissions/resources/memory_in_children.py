# verdict: wrong answer | run-time error | memory limit exceeded | time limit exceeded
# slow: another of its kind is in the default run
# why: each child has a limit of its own; all are gone afterwards
import os, time
class Ledger:
    def add(self, a, b):
        for _ in range(3):
            if os.fork() == 0:
                held = bytearray(64 << 20)
                time.sleep(60)
        return 4
