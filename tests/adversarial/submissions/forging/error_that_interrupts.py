# verdict: run-time error
# says: KeyboardInterrupt
# slow: another of its kind is in the default run
# why: KeyboardInterrupt forged
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["raise",{"builtin":"KeyboardInterrupt","args":[],"lines":[]}]')
        time.sleep(60)
