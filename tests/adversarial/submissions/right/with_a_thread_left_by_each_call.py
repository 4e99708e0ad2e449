# verdict: accepted
# why: threads that are no daemons are left behind by calls
import threading, time
{{RIGHT}}
def add(self, a, b):
    threading.Thread(target=time.sleep, args=(600,)).start()
    return a + b
Ledger.add = add
