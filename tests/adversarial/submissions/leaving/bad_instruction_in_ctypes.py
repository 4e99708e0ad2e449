# verdict: run-time error
# says: signal
# why: jumps to address 1
import ctypes
class Ledger:
    def add(self, a, b): return ctypes.CFUNCTYPE(ctypes.c_int)(1)()
