# verdict: time limit exceeded
# says: s of CPU time were used where
# slow: another of its kind is in the default run
# why: a power in C that never looks at signals
class Ledger:
    def add(self, a, b): return 3 ** (3 ** 17) % 10
