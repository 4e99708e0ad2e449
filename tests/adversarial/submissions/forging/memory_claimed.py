# verdict: memory limit exceeded
# says: memory
# slow: another of its kind is in the default run
# why: says it is out of memory; it is believed, it fails
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["raise",{"memory":1}]')
        time.sleep(60)
