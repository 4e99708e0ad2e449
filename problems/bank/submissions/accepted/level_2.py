"""A bank that keeps money in named accounts and moves it between them."""


class Account:
    """What the bank knows of one account."""

    def __init__(self) -> None:
        self.balance = 0
        self.outgoing = 0

    def covers(self, amount: int) -> bool:
        """Tell whether this is an amount that can be paid out of the account."""
        return 0 < amount <= self.balance

    def pay_out(self, amount: int) -> None:
        """Let money leave the account."""
        self.balance -= amount
        self.outgoing += amount


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
        if name not in self._accounts or not self._accounts[name].covers(amount):
            return False
        self._accounts[name].pay_out(amount)
        return True

    def balance(self, timestamp: int, name: str) -> int | None:
        """Return the money in an account, or None if there is no such account."""
        return self._accounts[name].balance if name in self._accounts else None

    def transfer(self, timestamp: int, sender: str, receiver: str, amount: int) -> bool:
        """Move money from one account to another; return False if that cannot be done."""
        source, target = self._accounts.get(sender), self._accounts.get(receiver)
        if source is None or target is None or source is target or not source.covers(amount):
            return False
        source.pay_out(amount)
        target.balance += amount
        return True

    def ranking(self, timestamp: int, limit: int | None = None) -> list[tuple[str, int]]:
        """List (name, outgoing amount) of the accounts, the largest amount first."""
        totals = [(name, account.outgoing) for name, account in self._accounts.items()]
        return sorted(totals, key=lambda total: (-total[1], total[0]))[:limit]
