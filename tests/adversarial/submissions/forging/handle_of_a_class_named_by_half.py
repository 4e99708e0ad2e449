# verdict: run-time error
# says: interfered
# why: a class name that is a lone surrogate
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",{"h":[7,[99,{"name":"\\ud800","methods":[],"special":[],"hashable":true}]]}]')
        time.sleep(60)
