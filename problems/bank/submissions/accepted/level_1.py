"""A bank that keeps money in named accounts."""


class Account:
    """What the bank knows of one account."""

    def __init__(self) -> None:
        self.balance = 0


class Bank:
    """Accounts are known by their names; money is counted in its smallest unit."""

    def __init__(self) -> None:
        self._accounts: dict[str, Account] = {}

    def open_account(self, timestamp: int, name: str) -> None:
        """Open an empty account, if there is none of this name yet."""
        self._accounts.setdefault(name, Account())

    def deposit(self, timestamp: int, name: str, amount: int) -> bool:
        """Put money into an account; return False if that cannot be done."""
        if name not in self._accounts or amount <= 0:
            return False
        self._accounts[name].balance += amount
        return True

    def withdraw(self, timestamp: int, name: str, amount: int) -> bool:
        """Take money out of an account; return False if that cannot be done."""
        if name not in self._accounts or not 0 < amount <= self._accounts[name].balance:
            return False
        self._accounts[name].balance -= amount
        return True

    def balance(self, timestamp: int, name: str) -> int | None:
        """Return the money in an account, or None if there is no such account."""
        return self._accounts[name].balance if name in self._accounts else None
