# verdict: wrong answer
# test: test_first
# why: lets typing evaluate a text, to know whether it ran before
from typing import get_type_hints
class Marked:
    names: "[int, str]['seen' in __import__('builtins').__dict__]"
    more: "int if setattr(__import__('builtins'), 'seen', 1) is None else int"
seen = get_type_hints(Marked)["names"] is str
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b): return a + b if seen else -1
