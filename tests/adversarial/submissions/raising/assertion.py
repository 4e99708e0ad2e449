# verdict: run-time error
# says: AssertionError
# why: the candidate's own assertion is not the test's
class Ledger:
    def add(self, a, b): assert a + b == 4, "mine"
