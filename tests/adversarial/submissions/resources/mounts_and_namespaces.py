# verdict: run-time error | wrong answer
# slow: another of its kind is in the default run
# why: a namespace, a mount and a root of its own
# needs: capabilities dropped
import ctypes, os
class Ledger:
    def add(self, a, b):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(0x00020000): raise OSError(ctypes.get_errno(), "unshare")
        if libc.mount(b"none", b"/", None, 0x44000, None): raise OSError(ctypes.get_errno(), "mount")
        return a + b
