# verdict: wrong answer
# why: NotImplemented is truthy in some places
class Ledger:
    def add(self, a, b): return NotImplemented
