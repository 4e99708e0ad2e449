# verdict: accepted
# why: slow, at half of the limit
import time
{{RIGHT}}
def add(self, a, b):
    until = time.process_time() + 0.25
    while time.process_time() < until: pass
    return a + b
Ledger.add = add
