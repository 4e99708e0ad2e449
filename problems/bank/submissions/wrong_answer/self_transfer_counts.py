# verdict: wrong answer
# rejected at: level 2
# mistake: a transfer to the same account is allowed and counts as outgoing
from dataclasses import dataclass


@dataclass
class Account:
    balance: int = 0
    outgoing: int = 0

    def covers(self, amount: int) -> bool:
        return 0 < amount <= self.balance

    def pay_out(self, amount: int) -> None:
        self.balance -= amount
        self.outgoing += amount


class Bank:
    def __init__(self) -> None:
        self._accounts: dict[str, Account] = {}

    def open_account(self, timestamp: int, name: str) -> None:
        self._accounts.setdefault(name, Account())

    def deposit(self, timestamp: int, name: str, amount: int) -> bool:
        if name not in self._accounts or amount <= 0:
            return False
        self._accounts[name].balance += amount
        return True

    def withdraw(self, timestamp: int, name: str, amount: int) -> bool:
        if name not in self._accounts or not self._accounts[name].covers(amount):
            return False
        self._accounts[name].pay_out(amount)
        return True

    def balance(self, timestamp: int, name: str) -> int | None:
        return self._accounts[name].balance if name in self._accounts else None

    def transfer(self, timestamp: int, sender: str, receiver: str, amount: int) -> bool:
        source, target = self._accounts.get(sender), self._accounts.get(receiver)
        if source is None or target is None or not source.covers(amount):
            return False
        source.pay_out(amount)
        target.balance += amount
        return True

    def ranking(self, timestamp: int, limit: int | None = None) -> list[tuple[str, int]]:
        totals = [(name, account.outgoing) for name, account in self._accounts.items()]
        return sorted(totals, key=lambda total: (-total[1], total[0]))[:limit]
