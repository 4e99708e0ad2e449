# verdict: accepted
# why: large but legal work in between
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b):
        big = 10 ** 4000
        text = "x" * 2_000_000
        return (big + a) - big + b + len(text) - 2_000_000
