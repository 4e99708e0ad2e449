# verdict: wrong answer | output limit exceeded | run-time error | time limit exceeded
# why: a decimal of a million digits as a key
import os
from decimal import Decimal
class Ledger:
    def add(self, a, b): return {Decimal("9" * 1_000_000): Decimal("1e999999999999999999"), Decimal("-1e-999999999999999999"): 1}
