# verdict: run-time error | memory limit exceeded
# why: nor can one that is only in memory
import os
class Ledger:
    def add(self, a, b):
        descriptor = os.memfd_create("mine")
        while True: os.write(descriptor, b"x" * (1 << 20))
