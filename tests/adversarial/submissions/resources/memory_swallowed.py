# verdict: time limit exceeded | run-time error | memory limit exceeded
# slow: another of its kind is in the default run
# why: goes on after every MemoryError
class Ledger:
    def add(self, a, b):
        held = []
        while True:
            try: held.append(bytearray(1 << 20))
            except MemoryError: pass
