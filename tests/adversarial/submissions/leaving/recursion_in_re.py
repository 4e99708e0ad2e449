# verdict: run-time error
# slow: another of its kind is in the default run
# why: a pattern nested too deep
import re
class Ledger:
    def add(self, a, b): return re.compile("(" * 20_000 + ")" * 20_000)
