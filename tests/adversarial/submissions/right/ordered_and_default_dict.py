# verdict: accepted
# why: balances as other dictionaries of the standard library
from collections import OrderedDict, defaultdict
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def balances(self):
        held = defaultdict(int)
        held.update(super().balances())
        return OrderedDict(sorted(held.items()))
