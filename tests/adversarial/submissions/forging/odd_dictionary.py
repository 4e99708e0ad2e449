# verdict: run-time error
# says: interfered
# slow: another of its kind is in the default run
# why: a key without a value
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",{"d":[1]}]')
        time.sleep(60)
