# verdict: compile error
# says: does not compile
# why: latin-1 without saying so
x = 'ÿé'
class Ledger: pass
