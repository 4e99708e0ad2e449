# verdict: output limit exceeded
# says: 64 KiB
# slow: another of its kind is in the default run
# why: print in a loop
class Ledger:
    def add(self, a, b):
        while True: print("x" * 1000)
