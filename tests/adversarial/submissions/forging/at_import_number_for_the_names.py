# verdict: run-time error
# why: a number where the module's names are due
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
forge(b'["ok",5]')
class Ledger:
    def add(self, a, b): return 4
time.sleep(60)
