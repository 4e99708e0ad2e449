# verdict: run-time error
# says: signal 11
# why: a null pointer through ctypes
import ctypes
class Ledger:
    def add(self, a, b): ctypes.string_at(0)
