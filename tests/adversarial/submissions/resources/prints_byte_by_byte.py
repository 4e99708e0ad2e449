# verdict: output limit exceeded | time limit exceeded
# why: one system call a byte
import os
class Ledger:
    def add(self, a, b):
        while True: os.write(1, b"x")
