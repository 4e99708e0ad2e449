# verdict: wrong answer | time limit exceeded
# slow: another of its kind is in the default run
# why: a made-up object of a made-up class with a name that draws
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",{"h":[7,[99,{"name":"\\u001b]0;x\\u0007\\n3","methods":["a"],"special":["__eq__","__repr__","__hash__"],"hashable":true}]]}]')
        time.sleep(60)
