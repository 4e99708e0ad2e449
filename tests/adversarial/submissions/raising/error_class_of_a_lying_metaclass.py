# verdict: run-time error
# why: a metaclass that hides name, module and bases
class Meta(type):
    @property
    def __name__(cls): raise RuntimeError("no name")
    @property
    def __module__(cls): raise RuntimeError("no module")

class Odd(Exception, metaclass=Meta): pass

class Ledger:
    def add(self, a, b): raise Odd("x")
