# verdict: time limit exceeded
# slow: another of its kind is in the default run
# why: the name of Ledger itself takes for ever
class Meta(type):
    @property
    def __name__(cls):
        while True: pass
class Ledger(metaclass=Meta):
    def add(self, a, b): return a + b
