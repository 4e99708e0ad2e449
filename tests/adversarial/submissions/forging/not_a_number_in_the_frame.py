# verdict: run-time error
# says: interfered
# why: NaN is no JSON
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",NaN]')
        time.sleep(60)
