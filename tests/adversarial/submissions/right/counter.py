# verdict: accepted
# why: balances as a Counter
from collections import Counter
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def balances(self): return Counter(super().balances())
    def share(self, name): return self.history_of(name) / sum(self.balances().values())
    def history_of(self, name): return dict(self.balances())[name]
