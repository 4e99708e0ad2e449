# verdict: accepted
# why: any iterable will do where the test makes a list
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def walk(self): return sorted(self.balances())
