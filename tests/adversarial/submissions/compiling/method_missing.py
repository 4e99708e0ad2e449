# verdict: compile error
# says: does not define 'add'
# why: a class without methods
class Ledger: pass
