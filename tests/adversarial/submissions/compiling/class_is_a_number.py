# verdict: compile error
# why: Ledger is 5
Ledger = 5
