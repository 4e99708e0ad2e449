# verdict: time limit exceeded
# slow: another of its kind is in the default run
# why: wakes up often enough to look alive
import time
class Ledger:
    def add(self, a, b):
        while True:
            time.sleep(0.02)
            sum(range(5000))
