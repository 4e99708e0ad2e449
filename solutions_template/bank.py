"""A bank that keeps money in named accounts."""


class Bank:
    """Accounts are known by their names; money is counted in its smallest unit."""

    def open_account(self, timestamp: int, name: str) -> None:
        """Open an empty account, if there is none of this name yet."""
        raise NotImplementedError

    def deposit(self, timestamp: int, name: str, amount: int) -> bool:
        """Put money into an account; return False if that cannot be done."""
        raise NotImplementedError

    def withdraw(self, timestamp: int, name: str, amount: int) -> bool:
        """Take money out of an account; return False if that cannot be done."""
        raise NotImplementedError

    def balance(self, timestamp: int, name: str) -> int | None:
        """Return the money in an account, or None if there is no such account."""
        raise NotImplementedError
