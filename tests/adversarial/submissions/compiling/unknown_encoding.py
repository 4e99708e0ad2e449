# coding: nonsense
# verdict: compile error
# says: does not compile
# why: an encoding that is none
class Ledger: pass
