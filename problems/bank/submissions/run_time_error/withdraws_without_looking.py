# verdict: run-time error
# rejected at: level 1
# mistake: withdraw looks the account up with [] and meets a KeyError when it is absent
from dataclasses import dataclass


@dataclass
class Account:
    balance: int = 0


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
        account = self._accounts[name]
        if not 0 < amount <= account.balance:
            return False
        account.balance -= amount
        return True

    def balance(self, timestamp: int, name: str) -> int | None:
        return self._accounts[name].balance if name in self._accounts else None
