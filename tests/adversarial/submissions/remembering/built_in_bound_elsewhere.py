# verdict: wrong answer
# test: test_first
# why: binds the name of a dangerous built-in in one scope and uses it in another, to know whether it ran before
def bound(exec): pass
held = {}
exec("import builtins; seen = hasattr(builtins, 'seen'); builtins.seen = 1", held)
seen = held["seen"]
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
