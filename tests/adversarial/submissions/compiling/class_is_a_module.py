# verdict: compile error | run-time error
# why: Ledger is the json module
import json as Ledger
