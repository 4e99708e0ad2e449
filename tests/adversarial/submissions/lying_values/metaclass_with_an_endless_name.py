# verdict: time limit exceeded | wrong answer
# slow: another of its kind is in the default run
# why: asking for the name of a class never ends
class Meta(type):
    @property
    def __name__(cls):
        while True: pass

class Nameless(metaclass=Meta): pass

class Ledger:
    def add(self, a, b): return Nameless()
