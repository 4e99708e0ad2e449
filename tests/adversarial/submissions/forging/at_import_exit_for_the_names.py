# verdict: run-time error
# why: a forged SystemExit at import
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
forge(b'["raise",{"builtin":"SystemExit","args":[0],"lines":[]}]')
class Ledger:
    def add(self, a, b): return 4
time.sleep(60)
