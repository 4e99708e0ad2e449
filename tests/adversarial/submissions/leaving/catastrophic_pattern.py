# verdict: time limit exceeded
# says: CPU
# slow: another of its kind is in the default run
# why: a pattern that backtracks for ever, without returning to Python
import re
class Ledger:
    def add(self, a, b): return re.match("(a+)+$", "a" * 60 + "b")
