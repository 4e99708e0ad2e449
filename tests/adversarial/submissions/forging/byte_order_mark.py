# verdict: run-time error
# says: interfered
# why: a mark before the JSON
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'\xef\xbb\xbf["ok",3]')
        time.sleep(60)
