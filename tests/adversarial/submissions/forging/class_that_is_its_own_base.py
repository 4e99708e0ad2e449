# verdict: run-time error
# why: an error class that descends from itself
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",{"k":[7,[99,{"name":"X","methods":[],"special":[],"hashable":true,"module":"solution","bases":[[99,null]]}]]}]')
        time.sleep(60)
