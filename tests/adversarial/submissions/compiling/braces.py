# verdict: compile error
# says: chance
# why: from __future__ import braces
from __future__ import braces
class Ledger: pass
