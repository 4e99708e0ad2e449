# verdict: run-time error
# why: line number of 4000 digits
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["raise",{"builtin":"ValueError","args":["x"],"lines":[[' + b"9" * 4000 + b',"f"]]}]')
        time.sleep(60)
