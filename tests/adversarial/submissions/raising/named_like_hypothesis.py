# verdict: run-time error
# test: test_property
# why: an unsatisfied assumption of the candidate's is an error
class UnsatisfiedAssumption(Exception): pass
UnsatisfiedAssumption.__module__ = "hypothesis.errors"
class StopTest(BaseException): pass
StopTest.__module__ = "hypothesis.errors"

class Ledger:
    def __init__(self): raise UnsatisfiedAssumption
