# verdict: wrong answer | run-time error
# why: overwrites a cached integer of its own process
import ctypes
class Ledger:
    def add(self, a, b):
        ctypes.c_int.from_address(id(3) + 24).value = 4
        return a + b
