# verdict: run-time error
# says: RecursionError
# why: the standard library's own recursion
import json
class Ledger:
    def add(self, a, b): return json.loads("[" * 200_000)
