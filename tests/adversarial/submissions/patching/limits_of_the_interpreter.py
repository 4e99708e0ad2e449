# verdict: run-time error | wrong answer | time limit exceeded
# why: every switch of sys turned to its end
import sys
sys.set_int_max_str_digits(0)
sys.setswitchinterval(1e-9)
sys.setrecursionlimit(60)
sys.set_asyncgen_hooks(None, None)
sys.dont_write_bytecode = False
class Ledger:
    def add(self, a, b): return 4
