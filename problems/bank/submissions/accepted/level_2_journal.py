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

    def transfer(self, timestamp: int, sender: str, receiver: str, amount: int) -> bool:
        """Move money between two accounts; return False if that cannot be done."""
        if sender == receiver or self._holding(receiver) is None:
            return False
        if not self.withdraw(timestamp, sender, amount):
            return False
        self._journal.append(Posting(receiver, amount))
        return True

    def ranking(self, timestamp: int, limit: int | None = None) -> list[tuple[str, int]]:
        """List the accounts with what has left them, the largest amount first."""
        outgoing: dict[str, int] = {}
        for name, change in self._journal:
            outgoing[name] = outgoing.get(name, 0) + max(-change, 0)
        ranked = sorted(outgoing.items(), key=lambda pair: (-pair[1], pair[0]))
        return ranked[:limit]

    def balance(self, timestamp: int, name: str) -> int | None:
        """Return the money in an account, or None if there is no such account."""
        return self._holding(name)

    def _holding(self, name: str) -> int | None:
        """Sum the postings of an account; None if it was never opened."""
        changes = [posting.change for posting in self._journal if posting.name == name]
        return sum(changes) if changes else None
