# verdict: run-time error
# says: EOFError
# why: standard input is empty
class Ledger:
    def add(self, a, b): return int(input()) + int(input())
