# verdict: run-time error
# says: interfered
# why: invalid UTF-8
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok","\xff\xfe"]')
        time.sleep(60)
