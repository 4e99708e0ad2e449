# coding: latin-1
# verdict: compile error
# says: does not compile
# why: a UTF-8 mark and a latin-1 cookie
class Ledger: pass
