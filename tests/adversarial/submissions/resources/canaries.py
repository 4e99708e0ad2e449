# verdict: run-time error | wrong answer
# why: touches, renames and removes what is not its own
# needs: files confined
import glob, os, pwd
def above(pid):
    with open(f"/proc/{pid}/stat") as stat: return int(stat.read().rpartition(")")[2].split()[1])
class Ledger:
    def add(self, a, b):
        mine = above(above(os.getppid()))
        home = pwd.getpwuid(os.getuid()).pw_dir
        for folder in glob.glob(f"{home}/.harness-canary-{mine}-*") + glob.glob(f"/tmp/harness-canary-{mine}-*"):
            open(folder + "/mine", "w").close()
            for file in glob.glob(folder + "/*.txt"):
                os.utime(file, (0, 0))
                os.chmod(file, 0o777)
                os.truncate(file, 0)
                os.unlink(file)
        return a + b
