# verdict: wrong answer
# slow: another of its kind is in the default run
# why: SystemExit out of the judge's own question
asked = 0
class Patient:
    def __repr__(self):
        global asked
        asked += 1
        if asked > 1: raise SystemExit(0)
        return "3"

class Ledger:
    def add(self, a, b): return Patient()
