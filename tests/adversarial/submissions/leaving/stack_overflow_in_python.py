# verdict: run-time error | memory limit exceeded
# slow: another of its kind is in the default run
# why: recursion past the machine's stack
import sys
class Ledger:
    def add(self, a, b):
        sys.setrecursionlimit(2**31 - 1)
        def deeper(f): return sorted([1, 2], key=lambda _: deeper(f))
        return deeper(3)
