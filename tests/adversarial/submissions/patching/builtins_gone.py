# verdict: wrong answer | run-time error
# why: no built-ins at all
import builtins
class Ledger:
    def add(self, a, b):
        vars(builtins).clear()
        return 4
