# verdict: run-time error | wrong answer
# why: folders two thousand deep, which are hard to remove
# needs: files confined
import os
class Ledger:
    def add(self, a, b):
        for n in range(2000):
            os.mkdir("d")
            os.chdir("d")
        return a + b
