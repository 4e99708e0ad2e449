# verdict: memory limit exceeded | time limit exceeded
# slow: another of its kind is in the default run
# why: little by little
class Ledger:
    def add(self, a, b):
        held = {}
        while True: held[len(held)] = [len(held)] * 50
