# verdict: run-time error
# says: ZeroDivisionError
# why: the line named may be any number; it stays a number
exec(compile("\n" * 9_999 + "def add(self, a, b): return 1 / 0", "solution.py", "exec"))
class Ledger: pass
Ledger.add = add
