# verdict: run-time error
# says: interfered
# why: a number that is a bool
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["callback",true,[],{}]')
        time.sleep(60)
