# verdict: run-time error | time limit exceeded | wrong answer
# slow: another of its kind is in the default run
# why: a scheduling class that lets nobody else run, for one second
# needs: capabilities dropped
import os, time
class Ledger:
    def add(self, a, b):
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
        until = time.monotonic() + 1
        while time.monotonic() < until: pass
        return a + b
