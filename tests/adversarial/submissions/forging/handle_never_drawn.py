# verdict: run-time error
# says: interfered
# why: an object whose class was never described
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",{"h":[7,[99,null]]}]')
        time.sleep(60)
