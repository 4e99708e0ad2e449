# verdict: run-time error | memory limit exceeded
# slow: another of its kind is in the default run
# why: anonymous maps past the limit
import mmap
class Ledger:
    def add(self, a, b):
        held = []
        while True: held.append(mmap.mmap(-1, 32 << 20))
