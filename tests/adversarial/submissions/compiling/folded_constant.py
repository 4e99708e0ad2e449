# verdict: memory limit exceeded | time limit exceeded | run-time error | output limit exceeded | compile error
# slow: another of its kind is in the default run
# why: a constant that must not be computed while compiling
x = 10 ** 10 ** 10
