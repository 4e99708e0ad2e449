# verdict: compile error
# says: line
# why: a type statement of Python 3.12
type Amount = int
class Ledger: pass
