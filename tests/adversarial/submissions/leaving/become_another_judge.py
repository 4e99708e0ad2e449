# verdict: run-time error | wrong answer
# why: exec of a program that answers 4 in our stead
import os, sys
class Ledger:
    def add(self, a, b):
        os.execv(sys.executable, [sys.executable, "-S", "-c", "import os; os.write(3, b'\\0\\0\\0\\x08[\"ok\",4]')"])
