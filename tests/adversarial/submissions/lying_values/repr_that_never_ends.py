# verdict: time limit exceeded | wrong answer
# why: describing the answer runs its code again
class Endless:
    def __repr__(self):
        while True: pass

class Ledger:
    def add(self, a, b): return Endless()
