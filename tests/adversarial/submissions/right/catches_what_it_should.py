# verdict: accepted
# why: asks forgiveness, with finally and else
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b):
        try:
            try: raise LookupError(a)
            except LookupError: pass
            else: return -1
            finally: a, b = b, a
            return a + b
        except Exception: raise
