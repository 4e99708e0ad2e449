# verdict: compile error | run-time error
# why: no Ledger, and a global named 5
globals()[5] = 1
