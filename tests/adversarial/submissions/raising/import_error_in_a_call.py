# verdict: run-time error
# says: ModuleNotFoundError
# why: nor is an ImportError
class Ledger:
    def add(self, a, b):
        import numpy
        return numpy.add(a, b)
