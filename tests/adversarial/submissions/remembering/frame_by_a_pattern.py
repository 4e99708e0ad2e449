# verdict: wrong answer
# test: test_first
# why: reaches the built-ins by a frame that a pattern takes, to know whether it ran before
def steps():
    yield
match steps():
    case object(gi_frame=object(f_builtins=names)):
        seen = "seen" in names
        names["seen"] = True
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
