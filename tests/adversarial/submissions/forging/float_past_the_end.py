# verdict: wrong answer
# slow: another of its kind is in the default run
# why: 1e999 becomes infinite
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",1e999]')
        time.sleep(60)
