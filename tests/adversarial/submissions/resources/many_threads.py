# verdict: run-time error | memory limit exceeded | time limit exceeded | wrong answer
# slow: another of its kind is in the default run
# why: as many threads as there is room for
import threading, time
class Ledger:
    def add(self, a, b):
        for _ in range(200): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        return 4
