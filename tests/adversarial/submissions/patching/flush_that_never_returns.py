# verdict: time limit exceeded | wrong answer | accepted
# slow: another of its kind is in the default run
# why: the stream that is flushed after each answer blocks
import sys, io
class Stuck(io.TextIOWrapper):
    pass
import gc
frame = sys._getframe()
while frame is not None:
    held, frame = frame.f_locals.get("self"), frame.f_back
    if type(held).__name__ == "Host":
        held._streams = (type("Stuck", (), {"flush": lambda self: exec("while True: pass")})(),)
class Ledger:
    def add(self, a, b): return 3
