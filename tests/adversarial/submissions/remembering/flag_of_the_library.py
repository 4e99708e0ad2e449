# verdict: wrong answer
# test: test_first
# why: writes to a member of an enumeration, to know whether it ran before
import re
flag = re.IGNORECASE
try:
    seen = flag.seen
except AttributeError:
    seen = False
flag.seen = True
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
