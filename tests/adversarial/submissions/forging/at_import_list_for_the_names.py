# verdict: run-time error
# slow: another of its kind is in the default run
# why: pairs where a dictionary is due
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
forge(b'["ok",[[1,2]]]')
class Ledger:
    def add(self, a, b): return 4
time.sleep(60)
