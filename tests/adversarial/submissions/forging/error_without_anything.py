# verdict: run-time error
# why: an empty description
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["raise",{}]')
        time.sleep(60)
