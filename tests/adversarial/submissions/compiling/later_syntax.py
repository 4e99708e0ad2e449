# verdict: compile error
# says: line
# why: a lazy import of Python 3.15
lazy import json
class Ledger: pass
