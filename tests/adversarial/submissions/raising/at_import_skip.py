# verdict: run-time error
# says: SkipTest
# why: a module-level skip
import unittest
raise unittest.SkipTest("fine")
