# verdict: run-time error
# why: __module__ says builtins, the name says nothing we know
class Nothing(Exception): pass
Nothing.__module__ = "builtins"

class Ledger:
    def add(self, a, b): raise Nothing("x")
