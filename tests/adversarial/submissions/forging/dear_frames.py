# verdict: time limit exceeded | output limit exceeded | wrong answer | run-time error
# test: test_property
# slow: another of its kind is in the default run
# why: four megabytes that cost it nothing and us much, again and again
import os, struct
body = b'["ok",[' + b'{"t":[1,2]},' * 60_000 + b"0]]"
frame = memoryview(struct.pack("!I", len(body)) + body)
{{RIGHT}}
def deposit(self, name, amount):
    while True:
        left = frame
        while left: left = left[os.write(3, left):]
Ledger.deposit = deposit
