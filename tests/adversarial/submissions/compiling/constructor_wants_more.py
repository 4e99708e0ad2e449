# verdict: compile error
# says: cannot be called so
# why: a constructor with a parameter
class Ledger:
    def __init__(self, name): pass
