# verdict: wrong answer
# says: not callable
# why: add is 3
class Ledger:
    add = 3
