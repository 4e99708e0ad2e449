# verdict: run-time error
# says: NameError
# why: a NameError of the candidate's is not the test's
class Ledger:
    def add(self, a, b): return a + c
