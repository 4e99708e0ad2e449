# verdict: compile error
# why: Ledger is None
Ledger = None
