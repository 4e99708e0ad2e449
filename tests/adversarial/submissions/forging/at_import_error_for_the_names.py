# verdict: run-time error
# why: an error of a call where the import's answer is due
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
forge(b'["raise",{"builtin":"ValueError","args":["x"],"lines":[]}]')
class Ledger:
    def add(self, a, b): return 4
time.sleep(60)
