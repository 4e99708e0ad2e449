# verdict: run-time error | wrong answer | time limit exceeded
# why: a trace function that raises inside our code
import sys
def trace(frame, event, arg):
    if frame.f_code.co_name in ("_reply", "encode", "_send", "pack"): raise RuntimeError("traced")
    return trace
class Ledger:
    def add(self, a, b):
        sys.settrace(trace)
        return 4
