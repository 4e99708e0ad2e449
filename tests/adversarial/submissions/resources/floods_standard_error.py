# verdict: output limit exceeded
# says: 64 KiB
# why: stderr counts too
import sys
class Ledger:
    def add(self, a, b):
        while True: sys.stderr.write("x" * 1000)
