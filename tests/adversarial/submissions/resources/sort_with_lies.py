# verdict: time limit exceeded
# says: s of CPU time were used where
# slow: another of its kind is in the default run
# why: a comparison that computes for ever
class Key:
    def __lt__(self, other):
        while True: pass
class Ledger:
    def add(self, a, b): return sorted([Key(), Key()])
