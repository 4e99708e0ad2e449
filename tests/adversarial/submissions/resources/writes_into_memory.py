# verdict: run-time error | memory limit exceeded
# slow: another of its kind is in the default run
# why: nor can one that is only in memory
import os
class Ledger:
    def add(self, a, b):
        descriptor = os.memfd_create("mine")
        while True: os.write(descriptor, b"x" * (1 << 20))
