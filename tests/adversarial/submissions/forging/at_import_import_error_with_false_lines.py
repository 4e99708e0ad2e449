# verdict: run-time error
# why: its lines are a number
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
forge(b'["import",{"builtin":"ValueError","args":[],"lines":5}]')
class Ledger:
    def add(self, a, b): return 4
time.sleep(60)
