# verdict: run-time error
# says: RecursionError
# why: pickle of a long chain
import pickle
class Ledger:
    def add(self, a, b):
        value = []
        for _ in range(100_000): value = [value]
        return pickle.dumps(value)
