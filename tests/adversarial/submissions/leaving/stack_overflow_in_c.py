# verdict: run-time error | time limit exceeded | memory limit exceeded
# slow: another of its kind is in the default run
# why: recursion in C without Python's count
import ctypes, sys
class Ledger:
    def add(self, a, b):
        sys.setrecursionlimit(2**31 - 1)
        value = None
        for _ in range(10**6): value = [value]
        return repr(value)
