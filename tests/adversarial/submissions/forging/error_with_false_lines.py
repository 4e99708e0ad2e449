# verdict: run-time error
# why: lines that are a number
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["raise",{"builtin":"ValueError","args":["x"],"lines":5}]')
        time.sleep(60)
