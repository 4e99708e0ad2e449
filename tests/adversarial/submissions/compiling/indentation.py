# verdict: compile error
# says: line 5
# why: IndentationError
class Ledger:
def add(self): pass
