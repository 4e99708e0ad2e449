# verdict: run-time error | wrong answer
# why: asking for the name of a class raises
class Meta(type):
    @property
    def __name__(cls): raise RuntimeError("no name")

class Nameless(metaclass=Meta): pass

class Ledger:
    def add(self, a, b): return Nameless()
