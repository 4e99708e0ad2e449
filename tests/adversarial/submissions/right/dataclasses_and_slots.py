# verdict: accepted
# why: entries as frozen dataclasses with slots
from dataclasses import dataclass, astuple
{{RIGHT}}
@dataclass(frozen=True, slots=True, order=True)
class Entry:
    name: str
    amount: int
Plain = Ledger
class Ledger(Plain):
    __slots__ = ("log",)
    def deposit(self, name, amount):
        self.log = getattr(self, "log", []) + [Entry(name, amount)]
        return super().deposit(name, amount)
    def history(self): return [astuple(entry) for entry in self.log]
