# verdict: run-time error | compile error
# why: no Ledger, and dies when asked what there is instead
import os
class Name(str):
    def startswith(self, *_): os._exit(0)
globals()[Name("Leger")] = 1
