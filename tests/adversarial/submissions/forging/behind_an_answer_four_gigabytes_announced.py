# verdict: run-time error
# says: interfered
# why: what comes in one piece with an answer is read when the next one is awaited
import os, struct, time
class Ledger:
    def __init__(self):
        body = b'["ok",{"h":[1,[1,{"name":"Ledger","methods":["add"],"special":[],"hashable":true}]]}]'
        os.write(3, struct.pack("!I", len(body)) + body + b"\xff\xff\xff\xff")
        time.sleep(60)
