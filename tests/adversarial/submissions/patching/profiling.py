# verdict: run-time error | wrong answer | time limit exceeded
# why: a profile function that rewrites locals of our frames
import ctypes, sys
def profile(frame, event, arg):
    if frame.f_code.co_name == "_reply" and event == "call":
        frame.f_locals["value"] = 4
        ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), ctypes.c_int(0))
class Ledger:
    def add(self, a, b):
        sys.setprofile(profile)
        return 4
