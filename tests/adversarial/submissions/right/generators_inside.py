# verdict: accepted
# why: generators, send, yield from
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def walk(self):
        def inner():
            got = yield from iter(sorted(self.balances()))
            return got
        return (name for name in inner())
