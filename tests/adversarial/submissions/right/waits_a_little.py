# verdict: accepted
# why: sleeps for less than counts as idle
import time
{{RIGHT}}
def add(self, a, b):
    time.sleep(0.2)
    return a + b
Ledger.add = add
