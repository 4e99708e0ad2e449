# verdict: time limit exceeded | run-time error
# slow: another of its kind is in the default run
# why: many threads compute, the main one waits
import threading
def spin():
    while True: pass
class Ledger:
    def add(self, a, b):
        threads = [threading.Thread(target=spin) for _ in range(8)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
