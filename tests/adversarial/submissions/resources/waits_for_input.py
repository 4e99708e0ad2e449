# verdict: run-time error
# says: EOFError
# slow: another of its kind is in the default run
# why: standard input is empty
class Ledger:
    def add(self, a, b): return int(input()) + int(input())
