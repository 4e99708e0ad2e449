# verdict: run-time error
# slow: another of its kind is in the default run
# why: nor a sparse one
import os
class Ledger:
    def add(self, a, b):
        descriptor = os.memfd_create("mine")
        os.ftruncate(descriptor, 1 << 40)
        return a + b
