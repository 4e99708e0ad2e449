# verdict: run-time error
# says: SkipTest
# why: a skip raised by the candidate is no skip
import unittest
class Ledger:
    def add(self, a, b): raise unittest.SkipTest("fine")
