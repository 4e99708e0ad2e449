# verdict: time limit exceeded
# says: Importing
# slow: another of its kind is in the default run
# why: three seconds of computing at import
import time
until = time.process_time() + 3
while time.process_time() < until: pass
class Ledger:
    def add(self, a, b): return a + b
