# verdict: run-time error
# why: a watchdog thread of the standard library ends the process
import faulthandler, time
class Ledger:
    def add(self, a, b):
        faulthandler.dump_traceback_later(0.05, exit=True)
        time.sleep(60)
