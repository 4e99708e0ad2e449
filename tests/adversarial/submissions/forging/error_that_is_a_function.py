# verdict: run-time error
# says: interfered
# why: builtins.eval is no exception
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["raise",{"builtin":"eval","args":["1"],"lines":[]}]')
        time.sleep(60)
