# verdict: memory limit exceeded
# says: 128 MiB
# why: a terabyte at once
class Ledger:
    def add(self, a, b): return bytearray(1 << 40)
