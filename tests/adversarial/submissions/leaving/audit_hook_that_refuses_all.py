# verdict: run-time error | time limit exceeded
# why: every audited operation raises, ours included
import sys
def refuse(event, args): raise RuntimeError(event)
sys.addaudithook(refuse)
class Ledger:
    def add(self, a, b): return 3
