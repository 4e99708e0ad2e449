# verdict: run-time error
# says: interfered
# why: a value of a type of its own
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",{"zz":[]}]')
        time.sleep(60)
