# verdict: run-time error
# says: ValueError
# why: args that are a loop
class Ledger:
    def add(self, a, b):
        loop = []
        loop.append(loop)
        raise ValueError(loop, loop)
