# verdict: wrong answer
# test: test_first
# why: writes to a class of the library under another name, to know whether it ran before
import json
Second = json.JSONEncoder
try:
    seen = Second.seen
except AttributeError:
    seen = False
Second.seen = True
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
