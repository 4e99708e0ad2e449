# verdict: time limit exceeded
# says: waiting
# slow: another of its kind is in the default run
# why: waits for a queue that nobody feeds
import queue
class Ledger:
    def add(self, a, b): return queue.Queue().get()
