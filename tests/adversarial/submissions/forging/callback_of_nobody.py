# verdict: run-time error
# says: interfered
# why: calls a function that was never handed out
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["callback",0,[],{}]')
        time.sleep(60)
