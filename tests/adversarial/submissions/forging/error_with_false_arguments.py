# verdict: run-time error
# why: arguments a standard error cannot take
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["raise",{"lines":[],"class":[99,{"name":"JSONDecodeError","methods":[],"special":[],"hashable":true,"module":"json.decoder","bases":["ValueError"]}],"name":"X","text":"t","args":[1,2,3],"object":1}]')
        time.sleep(60)
