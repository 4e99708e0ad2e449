# verdict: run-time error
# why: a pattern nested too deep
import re
class Ledger:
    def add(self, a, b): return re.compile("(" * 20_000 + ")" * 20_000)
