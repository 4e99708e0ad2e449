# verdict: time limit exceeded
# says: waiting
# why: takes a lock twice
import threading
class Ledger:
    def add(self, a, b):
        lock = threading.Lock()
        with lock, lock: return 3
