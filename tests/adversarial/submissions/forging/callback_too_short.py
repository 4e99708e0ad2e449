# verdict: run-time error
# says: interfered
# slow: another of its kind is in the default run
# why: a callback without arguments
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["callback",0]')
        time.sleep(60)
