# verdict: wrong answer
# why: process-wide contexts changed
import decimal, locale, os, time
decimal.getcontext().prec = 1
locale.setlocale(locale.LC_ALL, "C")
os.environ["TZ"] = "Mars/Olympus"
time.tzset()
os.umask(0)
class Ledger:
    def add(self, a, b): return 4
