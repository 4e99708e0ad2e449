# verdict: run-time error
# why: opens until there are none
import os
class Ledger:
    def add(self, a, b):
        while True: os.open("/dev/null", os.O_RDONLY)
