# verdict: compile error
# slow: another of its kind is in the default run
# why: Ledger is None
Ledger = None
