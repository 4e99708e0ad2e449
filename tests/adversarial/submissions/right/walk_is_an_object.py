# verdict: accepted
# why: an iterator class of its own
{{RIGHT}}
class Walk:
    def __init__(self, names): self.names = names
    def __iter__(self): return self
    def __next__(self):
        if not self.names: raise StopIteration
        return self.names.pop(0)
Plain = Ledger
class Ledger(Plain):
    def walk(self): return Walk(sorted(self.balances()))
