# verdict: wrong answer
# why: stdout and stderr replaced, closed, set to None
import sys
sys.stdout.close()
sys.stderr = sys.__stdout__ = None
sys.stdout = type("Loud", (), {"write": lambda *_: 1 / 0, "flush": lambda *_: 1 / 0})()
class Ledger:
    def add(self, a, b): return 4
