# verdict: compile error | run-time error
# why: imports the module that it is
import solution
Ledger = solution.Ledger
