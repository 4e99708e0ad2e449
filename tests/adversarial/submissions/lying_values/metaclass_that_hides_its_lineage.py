# verdict: run-time error | wrong answer
# why: mro() lies and __bases__ raises
class Meta(type):
    def mro(cls): return [cls, object]
    @property
    def __bases__(cls): raise RuntimeError("no bases")
    @property
    def __mro__(cls): return (int, object)

class Odd(metaclass=Meta): pass

class Ledger:
    def add(self, a, b): return Odd()
