# verdict: run-time error
# test: test_walk
# says: exited with code 7
# why: a death costs one test; the others are judged by their answers
import os
{{RIGHT}}
def walk(self):
    os._exit(7)
Ledger.walk = walk
