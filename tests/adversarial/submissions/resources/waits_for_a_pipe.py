# verdict: time limit exceeded
# says: waiting
# slow: another of its kind is in the default run
# why: reads a pipe that nobody writes
import os
class Ledger:
    def add(self, a, b):
        reader, writer = os.pipe()
        return os.read(reader, 1)
