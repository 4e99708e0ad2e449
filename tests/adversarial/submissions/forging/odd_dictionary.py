# verdict: run-time error
# says: interfered
# why: a key without a value
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",{"d":[1]}]')
        time.sleep(60)
