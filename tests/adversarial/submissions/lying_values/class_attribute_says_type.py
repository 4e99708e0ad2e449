# verdict: run-time error | wrong answer
# slow: another of its kind is in the default run
# why: an instance that calls itself a class
class Spoof:
    __class__ = type
    def __eq__(self, other): return True

class Ledger:
    def add(self, a, b): return Spoof()
