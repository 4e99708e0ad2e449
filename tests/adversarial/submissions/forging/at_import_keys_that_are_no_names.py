# verdict: run-time error | compile error | time limit exceeded
# why: a dictionary of other keys
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
forge(b'["ok",{"d":[5,5]}]')
class Ledger:
    def add(self, a, b): return 4
time.sleep(60)
