# verdict: wrong answer
# slow: another of its kind is in the default run
# why: threads that are no daemons
import threading, time
class Ledger:
    def add(self, a, b):
        threading.Thread(target=time.sleep, args=(600,)).start()
        return 4
