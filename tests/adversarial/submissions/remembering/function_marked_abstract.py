# verdict: wrong answer
# test: test_first
# why: a decorator writes to a function of the library, to know whether it ran before
import json
from abc import ABC, abstractmethod
class Marked(ABC):
    dumps = json.dumps
try:
    Marked()
    seen = False
except TypeError:
    seen = True
abstractmethod(json.dumps)
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
