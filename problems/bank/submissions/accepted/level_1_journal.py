"""A bank kept as a journal.

Nothing is stored but one append-only list of postings; whether an account
exists and what it holds is found by reading the journal through.
"""

from typing import NamedTuple


class Posting(NamedTuple):
    """One line of the journal: an account was opened, or its money changed."""

    name: str
    change: int


class Bank:
    """Accounts are known by their names; money is counted in its smallest unit."""

    def __init__(self) -> None:
        """Begin with an empty journal."""
        self._journal: list[Posting] = []

    def open_account(self, timestamp: int, name: str) -> None:
        """Open an empty account, if there is none of this name yet."""
        if self._holding(name) is None:
            self._journal.append(Posting(name, 0))

    def deposit(self, timestamp: int, name: str, amount: int) -> bool:
        """Put money into an account; return False if that cannot be done."""
        if amount <= 0 or self._holding(name) is None:
            return False
        self._journal.append(Posting(name, amount))
        return True

    def withdraw(self, timestamp: int, name: str, amount: int) -> bool:
        """Take money out of an account; return False if that cannot be done."""
        holding = self._holding(name)
        if holding is None or not 0 < amount <= holding:
            return False
        self._journal.append(Posting(name, -amount))
        return True

    def balance(self, timestamp: int, name: str) -> int | None:
        """Return the money in an account, or None if there is no such account."""
        return self._holding(name)

    def _holding(self, name: str) -> int | None:
        """Sum the postings of an account; None if it was never opened."""
        changes = [posting.change for posting in self._journal if posting.name == name]
        return sum(changes) if changes else None
