# verdict: run-time error | wrong answer
# slow: another of its kind is in the default run
# why: truncation needs no room
# needs: files confined
import glob, os
def above(pid):
    with open(f"/proc/{pid}/stat") as stat: return int(stat.read().rpartition(")")[2].split()[1])
class Ledger:
    def add(self, a, b):
        for file in glob.glob(f"/tmp/harness-canary-{above(above(os.getppid()))}-*/*.txt"): os.truncate(file, 0)
        return a + b
