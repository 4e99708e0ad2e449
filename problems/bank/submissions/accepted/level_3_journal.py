"""A bank kept as a journal.

Whether an account exists, what it holds and what happened to it is found by
reading one append-only list of postings through; beside it stand only the
payments that have not yet fallen due.
"""

from typing import NamedTuple

Movement = tuple[int, str, int, str | None]


class Posting(NamedTuple):
    """One line of the journal; the line that opens an account changes nothing."""

    timestamp: int
    name: str
    change: int
    counterparty: str | None = None

    def movement(self) -> Movement:
        """Return the posting as the history of its account shows it."""
        if self.counterparty is None:
            kind = "deposit" if self.change > 0 else "withdrawal"
        else:
            kind = "received" if self.change > 0 else "sent"
        return self.timestamp, kind, abs(self.change), self.counterparty


class Payment(NamedTuple):
    """A transfer that is to be made when it falls due."""

    sender: str
    receiver: str
    amount: int
    due: int


class Bank:
    """Accounts are known by their names; money is counted in its smallest unit."""

    def __init__(self) -> None:
        """Begin with an empty journal and nothing planned."""
        self._journal: list[Posting] = []
        # By name, in the order of scheduling.
        self._waiting: dict[str, Payment] = {}

    def open_account(self, timestamp: int, name: str) -> None:
        """Open an empty account, if there is none of this name yet."""
        self._settle(timestamp)
        if self._holding(name) is None:
            self._journal.append(Posting(timestamp, name, 0))

    def deposit(self, timestamp: int, name: str, amount: int) -> bool:
        """Put money into an account; return False if that cannot be done."""
        self._settle(timestamp)
        if amount <= 0 or self._holding(name) is None:
            return False
        self._journal.append(Posting(timestamp, name, amount))
        return True

    def withdraw(self, timestamp: int, name: str, amount: int) -> bool:
        """Take money out of an account; return False if that cannot be done."""
        self._settle(timestamp)
        if not self._covers(name, amount):
            return False
        self._journal.append(Posting(timestamp, name, -amount))
        return True

    def transfer(self, timestamp: int, sender: str, receiver: str, amount: int) -> bool:
        """Move money between two accounts; return False if that cannot be done."""
        self._settle(timestamp)
        return self._move(timestamp, sender, receiver, amount)

    def ranking(self, timestamp: int, limit: int | None = None) -> list[tuple[str, int]]:
        """List the accounts with what has left them, the largest amount first."""
        self._settle(timestamp)
        outgoing: dict[str, int] = {}
        for posting in self._journal:
            left = max(-posting.change, 0)
            outgoing[posting.name] = outgoing.get(posting.name, 0) + left
        ranked = sorted(outgoing.items(), key=lambda pair: (-pair[1], pair[0]))
        return ranked[:limit]

    def balance(self, timestamp: int, name: str) -> int | None:
        """Return the money in an account, or None if there is no such account."""
        self._settle(timestamp)
        return self._holding(name)

    def history(
        self,
        timestamp: int,
        name: str,
        kind: str | None = None,
        start: int | None = None,
        end: int | None = None,
        counterparty: str | None = None,
        limit: int | None = None,
    ) -> list[Movement]:
        """List the movements of an account that pass every filter, the last first."""
        self._settle(timestamp)
        movements = [
            posting.movement()
            for posting in reversed(self._journal)
            if posting.name == name and posting.change
        ]
        return [
            movement
            for movement in movements
            if (start is None or start <= movement[0])
            and (end is None or movement[0] < end)
            and kind in (None, movement[1])
            and counterparty in (None, movement[3])
        ][:limit]

    def schedule_payment(
        self, timestamp: int, payment: str, sender: str, receiver: str, amount: int, due: int
    ) -> bool:
        """Plan a transfer for later; return False if that cannot be done."""
        self._settle(timestamp)
        if payment in self._waiting or amount <= 0 or due <= timestamp:
            return False
        if not self._can_pay(sender, receiver):
            return False
        self._waiting[payment] = Payment(sender, receiver, amount, due)
        return True

    def cancel_payment(self, timestamp: int, payment: str) -> bool:
        """Give up a waiting payment; return False if none of this name waits."""
        self._settle(timestamp)
        return self._waiting.pop(payment, None) is not None

    def _settle(self, timestamp: int) -> None:
        """Make every payment that has fallen due by this time."""
        fallen_due = [name for name, plan in self._waiting.items() if plan.due <= timestamp]
        # The sort is stable: payments due together keep the order of scheduling.
        for name in sorted(fallen_due, key=lambda name: self._waiting[name].due):
            plan = self._waiting.pop(name)
            self._move(plan.due, plan.sender, plan.receiver, plan.amount)

    def _move(self, timestamp: int, sender: str, receiver: str, amount: int) -> bool:
        """Post both sides of a transfer; post nothing if it cannot be made."""
        if not self._can_pay(sender, receiver) or not self._covers(sender, amount):
            return False
        self._journal.append(Posting(timestamp, sender, -amount, receiver))
        self._journal.append(Posting(timestamp, receiver, amount, sender))
        return True

    def _can_pay(self, sender: str, receiver: str) -> bool:
        """Tell whether these are two accounts, and not the same one."""
        if sender == receiver:
            return False
        return self._holding(sender) is not None and self._holding(receiver) is not None

    def _covers(self, name: str, amount: int) -> bool:
        """Tell whether an account has this amount, and whether it is one to move."""
        holding = self._holding(name)
        return holding is not None and 0 < amount <= holding

    def _holding(self, name: str) -> int | None:
        """Sum the postings of an account; None if it was never opened."""
        changes = [posting.change for posting in self._journal if posting.name == name]
        return sum(changes) if changes else None
