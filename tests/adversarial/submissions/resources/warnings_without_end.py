# verdict: output limit exceeded | time limit exceeded
# slow: another of its kind is in the default run
# why: the standard library prints for it
import warnings
warnings.simplefilter("always")
class Ledger:
    def add(self, a, b):
        while True: warnings.warn("x" * 500)
