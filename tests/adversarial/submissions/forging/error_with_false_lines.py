# verdict: run-time error
# slow: another of its kind is in the default run
# why: lines that are a number
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["raise",{"builtin":"ValueError","args":["x"],"lines":5}]')
        time.sleep(60)
