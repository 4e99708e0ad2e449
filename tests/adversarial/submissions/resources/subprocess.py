# verdict: run-time error | wrong answer
# why: another program computes it
# needs: processes confined
import subprocess
class Ledger:
    def add(self, a, b): return int(subprocess.run(["/bin/echo", "3"], capture_output=True).stdout)
