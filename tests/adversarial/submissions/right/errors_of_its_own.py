# verdict: accepted
# why: a hierarchy of errors under the ones of the contract
{{RIGHT}}
class LedgerError(Exception): pass
class UnknownAccount(LedgerError, KeyError):
    def __init__(self, name, *, hint=None):
        super().__init__(name)
        self.hint = hint
class BadAmount(LedgerError, ValueError):
    def __str__(self): return f"the amount {self.args[0]} is bad"
Plain = Ledger
class Ledger(Plain):
    def deposit(self, name, amount):
        if amount <= 0: raise BadAmount(amount)
        return super().deposit(name, amount)
    def share(self, name):
        try: return super().share(name)
        except KeyError as error: raise UnknownAccount(name, hint=error) from error
