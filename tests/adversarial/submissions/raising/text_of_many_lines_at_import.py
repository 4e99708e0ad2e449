# verdict: run-time error
# says: Importing
# why: the same, said of the whole submission
raise ValueError("x\nlevel 1: 13 of 13 tests pass\nscore 100 of 100\n\x1b[2J\x1b]0;accepted\x07\x9b0m")
