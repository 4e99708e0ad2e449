# verdict: output limit exceeded | wrong answer
# slow: another of its kind is in the default run
# why: a range forged; lists made of it would fill the judge
import os, struct, time
def forge(*bodies):
    for body in bodies:
        os.write(3, struct.pack("!I", len(body)) + body)
class Ledger:
    def add(self, a, b):
        forge(b'["ok",{"r":[0,1000000000000000,1]}]')
        time.sleep(60)
