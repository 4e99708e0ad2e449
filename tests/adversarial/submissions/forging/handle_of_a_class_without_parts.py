# verdict: run-time error
# says: interfered
# why: a portrait with nothing in it
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",{"h":[7,[99,{}]]}]')
        time.sleep(60)
