# verdict: run-time error | compile error
# why: a metaclass that hides the name of Ledger itself
class Meta(type):
    @property
    def __name__(cls): raise SystemExit(0)
class Ledger(metaclass=Meta):
    def add(self, a, b): return a + b
