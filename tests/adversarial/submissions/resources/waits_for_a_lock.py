# verdict: time limit exceeded
# says: waiting
# slow: another of its kind is in the default run
# why: takes a lock twice
import threading
class Ledger:
    def add(self, a, b):
        lock = threading.Lock()
        with lock, lock: return 3
