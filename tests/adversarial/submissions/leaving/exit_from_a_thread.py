# verdict: run-time error
# says: exited with code 0
# why: another thread leaves while the call waits
import os, threading, time
class Ledger:
    def add(self, a, b):
        threading.Thread(target=os._exit, args=(0,)).start()
        time.sleep(60)
