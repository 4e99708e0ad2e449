# verdict: wrong answer
# test: test_first
# why: writes to a class of the library as a parameter, to know whether it ran before
from textwrap import TextWrapper
def mark(kind):
    try:
        return kind.seen
    except AttributeError:
        kind.seen = True
        return False
seen = mark(TextWrapper)
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
