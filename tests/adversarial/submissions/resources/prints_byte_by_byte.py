# verdict: output limit exceeded | time limit exceeded
# slow: another of its kind is in the default run
# why: one system call a byte
import os
class Ledger:
    def add(self, a, b):
        while True: os.write(1, b"x")
