# verdict: time limit exceeded
# says: s of CPU time were used where
# slow: another of its kind is in the default run
# why: a finally that starts again
class Ledger:
    def add(self, a, b):
        try: pass
        finally: return self.add(a, b) if a > 10**9 else Ledger.spin()
    @staticmethod
    def spin():
        while True:
            try: 1 / 0
            finally: continue
