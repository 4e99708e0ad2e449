# verdict: run-time error
# slow: another of its kind is in the default run
# why: a lone surrogate and controls in every text
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["raise",{"builtin":"ValueError","args":["\\ud800\\u001b[2J\\n"],"lines":[]}]')
        time.sleep(60)
