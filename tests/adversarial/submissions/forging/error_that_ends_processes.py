# verdict: run-time error
# says: SystemExit
# slow: another of its kind is in the default run
# why: SystemExit forged
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["raise",{"builtin":"SystemExit","args":[0],"lines":[]}]')
        time.sleep(60)
