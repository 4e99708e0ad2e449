# verdict: memory limit exceeded | time limit exceeded | run-time error | output limit exceeded | compile error
# why: a constant that must not be computed while compiling
x = 10 ** 10 ** 10
