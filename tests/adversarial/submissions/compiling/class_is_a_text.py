# verdict: compile error
# why: Ledger is text that draws
Ledger = "\x1b[2J\ud800\n"
