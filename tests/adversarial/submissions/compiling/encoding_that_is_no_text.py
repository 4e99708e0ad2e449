# coding: bz2
# verdict: compile error
# says: does not compile
# why: a codec that is no text encoding
class Ledger: pass
