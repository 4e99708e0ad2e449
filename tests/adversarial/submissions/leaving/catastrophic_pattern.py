# verdict: time limit exceeded
# says: CPU
# why: a pattern that backtracks for ever, without returning to Python
import re
class Ledger:
    def add(self, a, b): return re.match("(a+)+$", "a" * 60 + "b")
