# verdict: run-time error
# slow: another of its kind is in the default run
# why: names a loader where an error class is due
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["raise",{"lines":[],"class":[99,{"name":"__loader__","methods":[],"special":[],"hashable":true,"module":"json.decoder","bases":["ValueError"]}],"name":"X","text":"t","args":[],"object":1}]')
        time.sleep(60)
