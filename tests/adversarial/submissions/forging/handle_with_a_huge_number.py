# verdict: wrong answer | run-time error
# slow: another of its kind is in the default run
# why: numbers past every machine word
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",{"h":[123456789012345678901234567890,[-99999999999999999999,{"name":"X","methods":[],"special":[],"hashable":true}]]}]')
        time.sleep(60)
