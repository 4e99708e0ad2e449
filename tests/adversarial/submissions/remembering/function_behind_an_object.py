# verdict: wrong answer
# test: test_first
# why: writes to a function that an object of the library holds, to know whether it ran before
from json import JSONDecoder
function = JSONDecoder().parse_object
try:
    seen = function.seen
except AttributeError:
    seen = False
function.seen = True
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
