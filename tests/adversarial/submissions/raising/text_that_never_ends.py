# verdict: time limit exceeded
# slow: another of its kind is in the default run
# why: an exception whose __str__ never returns
class Odd(Exception):
    def __str__(self):
        while True: pass

class Ledger:
    def add(self, a, b): raise Odd
