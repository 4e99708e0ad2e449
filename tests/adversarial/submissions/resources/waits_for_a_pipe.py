# verdict: time limit exceeded
# says: waiting
# why: reads a pipe that nobody writes
import os
class Ledger:
    def add(self, a, b):
        reader, writer = os.pipe()
        return os.read(reader, 1)
