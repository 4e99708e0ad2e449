# verdict: run-time error
# why: quit and exit are there or not; neither passes
class Ledger:
    def add(self, a, b): quit()
