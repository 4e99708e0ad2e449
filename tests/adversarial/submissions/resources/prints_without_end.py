# verdict: output limit exceeded
# says: 64 KiB
# why: print in a loop
class Ledger:
    def add(self, a, b):
        while True: print("x" * 1000)
