# verdict: run-time error
# says: ImportError
# why: there is no package around it
from . import helper
class Ledger: pass
