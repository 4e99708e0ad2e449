# verdict: wrong answer | run-time error
# slow: another of its kind is in the default run
# why: hands out a module, a frame and a code object
import sys
class Ledger:
    def add(self, a, b): return sys.modules[__name__]
