# verdict: time limit exceeded | run-time error
# why: a frame of four megabytes, one byte at a time
import os, time
class Ledger:
    def add(self, a, b):
        os.write(3, b"\0\x40\0\0")
        while True: os.write(3, b" ")
