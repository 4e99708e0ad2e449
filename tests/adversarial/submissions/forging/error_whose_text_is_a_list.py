# verdict: run-time error
# why: parts of the wrong types
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["raise",{"builtin":"ValueError","name":[],"text":[1],"args":{"t":[]},"lines":[]}]')
        time.sleep(60)
