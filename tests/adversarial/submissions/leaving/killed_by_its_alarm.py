# verdict: run-time error
# says: signal 14
# why: SIGALRM without a handler
import signal, time
class Ledger:
    def add(self, a, b):
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        time.sleep(60)
