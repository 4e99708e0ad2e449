# verdict: accepted
# why: a history of named tuples
from collections import namedtuple
{{RIGHT}}
Entry = namedtuple("Entry", "name amount")
Plain = Ledger
class Ledger(Plain):
    def history(self): return [Entry(*entry) for entry in super().history()]
