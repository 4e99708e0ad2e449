# verdict: run-time error
# says: interfered
# why: an object where an array is due
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'{"ok":3}')
        time.sleep(60)
