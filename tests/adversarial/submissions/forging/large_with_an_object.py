# verdict: output limit exceeded
# says: too large
# slow: another of its kind is in the default run
# why: the words about the size are an object
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["large",{"a":[1,2,3]}]')
        time.sleep(60)
