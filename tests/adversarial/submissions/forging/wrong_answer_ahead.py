# verdict: wrong answer
# says: expected 3
# slow: another of its kind is in the default run
# why: the first reply counts
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",4]')
        time.sleep(60)
