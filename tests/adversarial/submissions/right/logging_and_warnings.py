# verdict: accepted
# why: logs and warns to standard error
import logging, sys, warnings
logging.basicConfig(level=logging.DEBUG)
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b):
        logging.debug("adding %s", a)
        warnings.warn("careful")
        print("to stderr", file=sys.stderr)
        return a + b
