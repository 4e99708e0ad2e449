# design: accounts that never change, replaced by new ones
from dataclasses import dataclass, replace
from heapq import nsmallest


@dataclass(frozen=True)
class Account:
    name: str
    balance: int = 0
    spent: int = 0


class Bank:
    def __init__(self):
        self._all = {}

    def _store(self, account):
        self._all[account.name] = account
        return True

    def open_account(self, timestamp, name):
        if name not in self._all:
            self._store(Account(name))

    def deposit(self, timestamp, name, amount):
        old = self._all.get(name)
        if not old or amount <= 0:
            return False
        return self._store(replace(old, balance=old.balance + amount))

    def withdraw(self, timestamp, name, amount):
        old = self._all.get(name)
        if not old or amount <= 0 or amount > old.balance:
            return False
        return self._store(replace(old, balance=old.balance - amount, spent=old.spent + amount))

    def balance(self, timestamp, name):
        return self._all[name].balance if name in self._all else None

    def transfer(self, timestamp, sender, receiver, amount):
        if receiver not in self._all or sender == receiver:
            return False
        return self.withdraw(timestamp, sender, amount) and self.deposit(timestamp, receiver, amount)

    def ranking(self, timestamp, limit=None):
        count = len(self._all) if limit is None else limit
        best = nsmallest(count, self._all.values(), key=lambda a: (-a.spent, a.name))
        return [(a.name, a.spent) for a in best]
