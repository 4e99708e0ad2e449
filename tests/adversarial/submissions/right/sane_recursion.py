# verdict: accepted
# why: five hundred deep
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b):
        def climb(n): return 0 if n == 0 else 1 + climb(n - 1)
        return a + b + climb(500) - 500
