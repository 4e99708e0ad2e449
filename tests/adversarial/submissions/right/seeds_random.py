# verdict: accepted
# why: seeds the generator of the standard library
import random
random.seed(7)
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b):
        pivot = random.choice([a, b])
        return pivot + (a + b - pivot)
