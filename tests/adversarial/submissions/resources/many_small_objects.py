# verdict: memory limit exceeded | time limit exceeded
# why: little by little
class Ledger:
    def add(self, a, b):
        held = {}
        while True: held[len(held)] = [len(held)] * 50
