# verdict: run-time error
# why: builtins.exec is no exception
Odd = type("exec", (Exception,), {"__module__": "builtins"})

class Ledger:
    def add(self, a, b): raise Odd("x = 1")
