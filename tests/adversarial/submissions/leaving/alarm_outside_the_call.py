# verdict: run-time error | accepted
# why: a handler that raises while our own code runs there
import signal
def ring(*_): raise RuntimeError("rang")
signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
class Ledger:
    def add(self, a, b): return a + b
