# verdict: run-time error
# says: ValueError
# why: an error whose causes form a loop
class Ledger:
    def add(self, a, b):
        first, second = ValueError("first"), KeyError("second")
        first.__cause__, second.__cause__ = second, first
        first.__context__, second.__context__ = second, first
        raise first
