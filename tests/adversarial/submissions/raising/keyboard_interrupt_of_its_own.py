# verdict: run-time error
# why: a subclass of KeyboardInterrupt does not interrupt us
class Stop(KeyboardInterrupt): pass

class Ledger:
    def add(self, a, b): raise Stop
