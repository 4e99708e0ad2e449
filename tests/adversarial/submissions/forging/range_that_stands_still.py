# verdict: run-time error
# says: interfered
# why: a step of nothing
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",{"r":[0,9,0]}]')
        time.sleep(60)
