# verdict: run-time error
# says: interfered
# why: a hundred thousand brackets
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b"[" * 100_000)
        time.sleep(60)
