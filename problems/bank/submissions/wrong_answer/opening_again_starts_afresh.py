# verdict: wrong answer
# rejected at: level 1
# mistake: opening an account that is there already empties it
from dataclasses import dataclass


@dataclass
class Account:
    balance: int = 0


class Bank:
    def __init__(self) -> None:
        self._accounts: dict[str, Account] = {}

    def open_account(self, timestamp: int, name: str) -> None:
        self._accounts[name] = Account()

    def deposit(self, timestamp: int, name: str, amount: int) -> bool:
        if name not in self._accounts or amount <= 0:
            return False
        self._accounts[name].balance += amount
        return True

    def withdraw(self, timestamp: int, name: str, amount: int) -> bool:
        if name not in self._accounts or not 0 < amount <= self._accounts[name].balance:
            return False
        self._accounts[name].balance -= amount
        return True

    def balance(self, timestamp: int, name: str) -> int | None:
        return self._accounts[name].balance if name in self._accounts else None
