# verdict: wrong answer | run-time error
# why: a child that becomes the reaper of its own and outlives the death signal
import ctypes, os, time
class Ledger:
    def add(self, a, b):
        libc = ctypes.CDLL(None)
        if os.fork() == 0:
            os.setsid()
            libc.prctl(36, 1, 0, 0, 0)
            libc.prctl(1, 0, 0, 0, 0)
            for _ in range(3):
                if os.fork() == 0:
                    os.setsid()
                    time.sleep(600)
            time.sleep(600)
        return 4
