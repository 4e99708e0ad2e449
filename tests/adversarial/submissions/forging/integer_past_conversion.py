# verdict: run-time error
# says: interfered
# why: ten thousand digits in the frame
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",' + b"9" * 10_000 + b"]")
        time.sleep(60)
