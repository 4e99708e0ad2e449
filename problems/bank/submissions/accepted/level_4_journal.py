"""A bank kept as a journal.

Whether an account exists, what it holds and what happened to it is found by
reading one list of postings through; beside it stand only the payments that
have not yet fallen due. At the end of each term of interest the books are
closed: totals are carried forward, and reading begins behind them.
"""

from dataclasses import dataclass
from typing import NamedTuple

Movement = tuple[int, str, int, str | None]


class Posting(NamedTuple):
    """One line of the journal; the line that opens an account changes nothing."""

    timestamp: int
    name: str
    kind: str
    change: int
    counterparty: str | None = None

    def movement(self) -> Movement:
        """Return the posting as the history of its account shows it."""
        return self.timestamp, self.kind, abs(self.change), self.counterparty

    def renamed(self, old: str, new: str) -> "Posting":
        """Return the posting with one account's name put in the place of another's."""
        if old not in (self.name, self.counterparty):
            return self
        return self._replace(
            name=new if self.name == old else self.name,
            counterparty=new if self.counterparty == old else self.counterparty,
        )


@dataclass(frozen=True)
class Totals:
    """What the postings of an account come to."""

    balance: int = 0
    outgoing: int = 0

    def __add__(self, other: "Totals") -> "Totals":
        """Add up two totals, part by part."""
        return Totals(self.balance + other.balance, self.outgoing + other.outgoing)


class Term(NamedTuple):
    """A stretch of time at the end of which interest is paid."""

    rate: int
    period: int
    start: int

    @property
    def end(self) -> int:
        """Return the time at which the term ends unless it is cut short."""
        return self.start + self.period

    def interest(self, earned: int) -> int:
        """Return what is paid for balances multiplied by the time they were held."""
        return earned * self.rate // (10_000 * self.period)


class Payment(NamedTuple):
    """A transfer that is to be made when it falls due."""

    sender: str
    receiver: str
    amount: int
    due: int

    def renamed(self, old: str, new: str) -> "Payment":
        """Return the payment with one account's name put in the place of another's."""
        return self._replace(
            sender=new if self.sender == old else self.sender,
            receiver=new if self.receiver == old else self.receiver,
        )


class Bank:
    """Accounts are known by their names; money is counted in its smallest unit."""

    def __init__(self) -> None:
        """Begin with an empty journal, nothing planned and no interest."""
        self._journal: list[Posting] = []
        # How many postings are closed, and what they come to for each account.
        self._closed = 0
        self._carried: dict[str, Totals] = {}
        self._term: Term | None = None
        # By name, in the order of scheduling.
        self._waiting: dict[str, Payment] = {}

    def open_account(self, timestamp: int, name: str) -> None:
        """Open an empty account, if there is none of this name yet."""
        self._settle(timestamp)
        if self._holding(name) is None:
            self._journal.append(Posting(timestamp, name, "opening", 0))

    def deposit(self, timestamp: int, name: str, amount: int) -> bool:
        """Put money into an account; return False if that cannot be done."""
        self._settle(timestamp)
        if amount <= 0 or self._holding(name) is None:
            return False
        self._journal.append(Posting(timestamp, name, "deposit", amount))
        return True

    def withdraw(self, timestamp: int, name: str, amount: int) -> bool:
        """Take money out of an account; return False if that cannot be done."""
        self._settle(timestamp)
        if not self._covers(name, amount):
            return False
        self._journal.append(Posting(timestamp, name, "withdrawal", -amount))
        return True

    def transfer(self, timestamp: int, sender: str, receiver: str, amount: int) -> bool:
        """Move money between two accounts; return False if that cannot be done."""
        self._settle(timestamp)
        return self._move(timestamp, sender, receiver, amount)

    def ranking(self, timestamp: int, limit: int | None = None) -> list[tuple[str, int]]:
        """List the accounts with what has left them, the largest amount first."""
        self._settle(timestamp)
        outgoing = {name: totals.outgoing for name, totals in self._totals().items()}
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

    def set_interest(self, timestamp: int, rate: int, period: int) -> bool:
        """Set the terms of interest; return False if they make no sense."""
        self._settle(timestamp)
        if rate < 0 or period <= 0:
            return False
        self._close(timestamp)
        self._term = Term(rate, period, timestamp)
        return True

    def merge_accounts(self, timestamp: int, name: str, into: str) -> bool:
        """Make one account part of another; return False if that cannot be done."""
        self._settle(timestamp)
        if not self._can_pay(name, into):
            return False
        self._journal = [posting.renamed(name, into) for posting in self._journal]
        self._waiting = {
            payment: plan.renamed(name, into) for payment, plan in self._waiting.items()
        }
        if name in self._carried:
            self._carried[into] = self._carried.get(into, Totals()) + self._carried.pop(name)
        return True

    def _settle(self, timestamp: int) -> None:
        """End the terms and make the payments whose time has come, in order."""
        while self._term is not None and self._term.end <= timestamp:
            end = self._term.end
            self._pay_before(end)
            self._close(end)
            self._term = self._term._replace(start=end)
        self._pay_before(timestamp + 1)

    def _pay_before(self, time: int) -> None:
        """Make every waiting payment that is due earlier than this time."""
        fallen_due = [name for name, plan in self._waiting.items() if plan.due < time]
        # The sort is stable: payments due together keep the order of scheduling.
        for name in sorted(fallen_due, key=lambda name: self._waiting[name].due):
            plan = self._waiting.pop(name)
            self._move(plan.due, plan.sender, plan.receiver, plan.amount)

    def _close(self, timestamp: int) -> None:
        """Pay the interest of the running term, if one runs, and carry all totals."""
        if self._term is not None:
            for name, earned in sorted(self._earned(self._term.start, timestamp).items()):
                interest = self._term.interest(earned)
                if interest:
                    self._journal.append(Posting(timestamp, name, "interest", interest))
        self._carried = self._totals()
        self._closed = len(self._journal)

    def _earned(self, start: int, end: int) -> dict[str, int]:
        """Multiply balances by the time held, since the books were closed at the start."""
        earned = {name: totals.balance * (end - start) for name, totals in self._carried.items()}
        for posting in self._journal[self._closed :]:
            gain = posting.change * (end - posting.timestamp)
            earned[posting.name] = earned.get(posting.name, 0) + gain
        return earned

    def _totals(self) -> dict[str, Totals]:
        """Read on from the totals carried forward, for every account."""
        totals = dict(self._carried)
        for posting in self._journal[self._closed :]:
            change = Totals(posting.change, max(-posting.change, 0))
            totals[posting.name] = totals.get(posting.name, Totals()) + change
        return totals

    def _move(self, timestamp: int, sender: str, receiver: str, amount: int) -> bool:
        """Post both sides of a transfer; post nothing if it cannot be made."""
        if not self._can_pay(sender, receiver) or not self._covers(sender, amount):
            return False
        self._journal.append(Posting(timestamp, sender, "sent", -amount, receiver))
        self._journal.append(Posting(timestamp, receiver, "received", amount, sender))
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
        """Read on from the balance carried forward; None if there is no account."""
        carried = self._carried.get(name)
        changes = [
            posting.change for posting in self._journal[self._closed :] if posting.name == name
        ]
        if carried is None:
            return sum(changes) if changes else None
        return carried.balance + sum(changes)
