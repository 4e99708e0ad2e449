# verdict: run-time error | wrong answer
# slow: another of its kind is in the default run
# why: prlimit on the zygote
# needs: signals confined
import os, resource
class Ledger:
    def add(self, a, b):
        resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (8, 8))
        return a + b
