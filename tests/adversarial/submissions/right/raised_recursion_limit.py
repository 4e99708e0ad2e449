# verdict: accepted
# why: ten thousand deep, with a higher limit
import sys
sys.setrecursionlimit(20_000)
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b):
        def climb(n): return 0 if n == 0 else 1 + climb(n - 1)
        return a + b + climb(10_000) - 10_000
