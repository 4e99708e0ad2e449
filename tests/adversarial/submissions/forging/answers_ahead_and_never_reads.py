# verdict: time limit exceeded
# test: test_long_argument
# slow: another of its kind is in the default run
# why: forges one reply, sleeps, and the next request is larger than a socket holds
import os, struct, time
class Ledger:
    def __init__(self):
        body = b'["ok",{"h":[1,[1,{"name":"Ledger","methods":["total"],"special":[],"hashable":true}]]}]'
        os.write(3, struct.pack("!I", len(body)) + body)
        time.sleep(60)
