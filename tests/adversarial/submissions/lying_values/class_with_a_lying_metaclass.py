# verdict: wrong answer
# why: a class that equals and contains everything
class Meta(type):
    def __eq__(cls, other): return True
    def __hash__(cls): return 3
    def __instancecheck__(cls, other): return True
    def __subclasscheck__(cls, other): return True
    def __repr__(cls): return "3"

class Yes(metaclass=Meta): pass

class Ledger:
    def add(self, a, b): return Yes
