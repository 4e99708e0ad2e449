# verdict: compile error
# says: line 6
# why: TabError
class Ledger:
    def add(self, a, b):
	return a + b
