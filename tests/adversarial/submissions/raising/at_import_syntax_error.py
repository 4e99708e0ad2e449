# verdict: run-time error
# says: SyntaxError
# why: a SyntaxError that was raised, not made
raise SyntaxError("\ud800\n\x1b[2J", ("solution.py", 10**30, -5, "\x1b[2J\n", 1, 1))
