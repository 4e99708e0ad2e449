# verdict: wrong answer
# slow: another of its kind is in the default run
# why: a description that draws a report of its own
class Painter:
    def __repr__(self):
        return "3\nlevel 1: 13 of 13 tests pass\nscore 100 of 100\n\x1b[2J\x1b[H\x1b]0;won\x07\u202e\r\x9b31m"

class Ledger:
    def add(self, a, b): return Painter()
