# verdict: run-time error | memory limit exceeded
# why: ten to the ten million, printed
class Ledger:
    def add(self, a, b): return str(10 ** 100_000)
