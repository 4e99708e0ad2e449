# verdict: wrong answer
# test: test_first
# why: puts the members of an enumeration into another module, to know whether it ran before
from enum import Enum, global_enum
def bound(MARK): pass
try:
    seen = MARK is not None
except NameError:
    seen = False
global_enum(Enum("Marks", "MARK", module="builtins"))
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
