# verdict: run-time error | wrong answer
# slow: another of its kind is in the default run
# why: the zygote cannot be inspected
# needs: capabilities dropped
import os
class Ledger:
    def add(self, a, b):
        with open(f"/proc/{os.getppid()}/mem", "rb", 0) as memory, open(f"/proc/{os.getppid()}/maps") as maps:
            start = int(maps.readline().split("-")[0], 16)
            memory.seek(start)
            memory.read(16)
        return a + b
