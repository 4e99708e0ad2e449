# verdict: time limit exceeded
# says: were used where 0.5 s are allowed
# why: computing without end
class Ledger:
    def add(self, a, b):
        while True: pass
