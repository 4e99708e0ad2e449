# verdict: time limit exceeded
# says: waiting
# why: waits for a queue that nobody feeds
import queue
class Ledger:
    def add(self, a, b): return queue.Queue().get()
