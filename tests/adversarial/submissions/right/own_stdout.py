# verdict: accepted
# why: redirects what it prints for itself
import contextlib, io
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def add(self, a, b):
        with contextlib.redirect_stdout(io.StringIO()) as out: print(a + b)
        return int(out.getvalue())
