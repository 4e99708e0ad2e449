# verdict: accepted
# why: 50 KiB of debugging output in every test
{{RIGHT}}
def add(self, a, b):
    print("x" * 50_000)
    return a + b
Ledger.add = add
def walk(self):
    print("y" * 25_000)
    yield from sorted(self.balances())
    print("y" * 25_000)
Ledger.walk = walk
