# verdict: compile error
# says: does not define Ledger
# why: defined and deleted
class Ledger: pass
del Ledger
