# verdict: compile error
# says: does not define Ledger
# why: a file with nothing in it

