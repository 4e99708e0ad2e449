# verdict: run-time error
# says: interfered
# why: indexes from the end
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["callback",-1,[],{}]')
        time.sleep(60)
