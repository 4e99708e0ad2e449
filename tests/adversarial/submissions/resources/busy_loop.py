# verdict: time limit exceeded
# says: used more than 0.5
# why: computing without end
class Ledger:
    def add(self, a, b):
        while True: pass
