# verdict: accepted
# why: a metaclass that registers, a __new__ of its own
class Registry(type):
    known = []
    def __new__(mcs, name, bases, members):
        kind = super().__new__(mcs, name, bases, members)
        mcs.known.append(kind)
        return kind
{{RIGHT}}
Plain = Ledger
class Ledger(Plain, metaclass=Registry):
    def __new__(cls, *args): return super().__new__(cls)
