# verdict: memory limit exceeded
# says: 128 MiB
# why: a megabyte at a time
class Ledger:
    def add(self, a, b):
        held = []
        while True: held.append(bytearray(1 << 20))
