# verdict: wrong answer
# says: returned None; expected 3
# why: the most common mistake
class Ledger:
    def add(self, a, b): a + b
