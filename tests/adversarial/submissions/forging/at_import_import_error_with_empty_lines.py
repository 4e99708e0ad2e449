# verdict: run-time error
# slow: another of its kind is in the default run
# why: its lines hold no line
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
forge(b'["import",{"builtin":"ValueError","args":[],"lines":[[]]}]')
class Ledger:
    def add(self, a, b): return 4
time.sleep(60)
