# verdict: run-time error
# says: ValueError
# why: five million letters of explanation
class Ledger:
    def add(self, a, b): raise ValueError("x" * 5_000_000)
