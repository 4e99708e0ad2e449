# verdict: memory limit exceeded
# says: memory
# slow: another of its kind is in the default run
# why: what says it is out of memory is believed
class Ledger:
    def add(self, a, b): raise MemoryError("by hand")
