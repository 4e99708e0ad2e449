# verdict: run-time error
# says: TimeoutError
# why: the candidate's own timeout is no verdict on time
class Ledger:
    def add(self, a, b): raise TimeoutError("slow")
