# verdict: run-time error
# why: GeneratorExit out of a plain call
class Ledger:
    def add(self, a, b): raise GeneratorExit
