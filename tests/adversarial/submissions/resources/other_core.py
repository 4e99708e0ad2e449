# verdict: time limit exceeded | run-time error
# slow: another of its kind is in the default run
# why: moves to every core
import os
os.sched_setaffinity(0, range(os.cpu_count()))
class Ledger:
    def add(self, a, b):
        while True: pass
