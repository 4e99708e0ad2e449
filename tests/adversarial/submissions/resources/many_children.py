# verdict: wrong answer | run-time error | time limit exceeded
# why: 60 children that stay
import os, time
class Ledger:
    def add(self, a, b):
        for _ in range(60):
            if os.fork() == 0:
                time.sleep(600)
                os._exit(0)
        return 4
