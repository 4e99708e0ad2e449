# verdict: wrong answer
# why: signalling nan and an absurd exponent
from decimal import Decimal
class Ledger:
    def add(self, a, b): return Decimal("sNaN")
