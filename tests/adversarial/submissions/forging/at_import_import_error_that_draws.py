# verdict: run-time error
# why: text with controls and half characters
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
forge(b'["import",{"name":"\\ud800\\u001b[2J\\n","args":["\\ud800"],"lines":[]}]')
class Ledger:
    def add(self, a, b): return 4
time.sleep(60)
