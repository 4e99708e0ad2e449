# verdict: time limit exceeded | run-time error
# slow: another of its kind is in the default run
# why: a child computes, the parent waits
import os, time
class Ledger:
    def add(self, a, b):
        pid = os.fork()
        if pid == 0:
            until = time.monotonic() + 3
            while time.monotonic() < until: pass
            os._exit(0)
        os.waitpid(pid, 0)
        return 3
