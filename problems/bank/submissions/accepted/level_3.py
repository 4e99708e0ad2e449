"""A bank that moves money between accounts, writes it down and makes payments on time."""

from dataclasses import dataclass

OUTGOING = ("withdrawal", "sent")


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


@dataclass
class Movement:
    """Money that came into an account or left it."""

    timestamp: int
    account: str
    kind: str
    amount: int
    counterparty: str | None = None


@dataclass
class Payment:
    """A transfer that waits for its time."""

    sender: str
    receiver: str
    amount: int
    due: int


class Bank:
    """Accounts are known by their names; money is counted in its smallest unit.

    Every public method first lets everything happen that is due by its timestamp. So the ledger,
    which holds the movements of all accounts, is always in the order in which they happened.
    """

    def __init__(self) -> None:
        self._accounts: dict[str, Account] = {}
        self._ledger: list[Movement] = []
        self._waiting: dict[str, Payment] = {}

    def open_account(self, timestamp: int, name: str) -> None:
        """Open an empty account, if there is none of this name yet."""
        self._advance(timestamp)
        self._accounts.setdefault(name, Account())

    def deposit(self, timestamp: int, name: str, amount: int) -> bool:
        """Put money into an account; return False if that cannot be done."""
        self._advance(timestamp)
        if name not in self._accounts or amount <= 0:
            return False
        self._book(Movement(timestamp, name, "deposit", amount))
        return True

    def withdraw(self, timestamp: int, name: str, amount: int) -> bool:
        """Take money out of an account; return False if that cannot be done."""
        self._advance(timestamp)
        if name not in self._accounts or not self._accounts[name].covers(amount):
            return False
        self._book(Movement(timestamp, name, "withdrawal", amount))
        return True

    def balance(self, timestamp: int, name: str) -> int | None:
        """Return the money in an account, or None if there is no such account."""
        self._advance(timestamp)
        return self._accounts[name].balance if name in self._accounts else None

    def transfer(self, timestamp: int, sender: str, receiver: str, amount: int) -> bool:
        """Move money from one account to another; return False if that cannot be done."""
        self._advance(timestamp)
        return self._move(timestamp, sender, receiver, amount)

    def ranking(self, timestamp: int, limit: int | None = None) -> list[tuple[str, int]]:
        """List (name, outgoing amount) of the accounts, the largest amount first."""
        self._advance(timestamp)
        totals = [(name, account.outgoing) for name, account in self._accounts.items()]
        return sorted(totals, key=lambda total: (-total[1], total[0]))[:limit]

    def history(
        self,
        timestamp: int,
        name: str,
        kind: str | None = None,
        start: int | None = None,
        end: int | None = None,
        counterparty: str | None = None,
        limit: int | None = None,
    ) -> list[tuple[int, str, int, str | None]]:
        """List (timestamp, kind, amount, counterparty) of an account's movements, latest first."""
        self._advance(timestamp)
        found = [
            (movement.timestamp, movement.kind, movement.amount, movement.counterparty)
            for movement in reversed(self._ledger)
            if movement.account == name
            and (kind is None or movement.kind == kind)
            and (start is None or start <= movement.timestamp)
            and (end is None or movement.timestamp < end)
            and (counterparty is None or movement.counterparty == counterparty)
        ]
        return found[:limit]

    def schedule_payment(
        self, timestamp: int, payment: str, sender: str, receiver: str, amount: int, due: int
    ) -> bool:
        """Plan a transfer, under a name of its own; return False if that cannot be done."""
        self._advance(timestamp)
        if sender not in self._accounts or receiver not in self._accounts or sender == receiver:
            return False
        if payment in self._waiting or amount <= 0 or due <= timestamp:
            return False
        self._waiting[payment] = Payment(sender, receiver, amount, due)
        return True

    def cancel_payment(self, timestamp: int, payment: str) -> bool:
        """Give up a payment; return False if none of this name is waiting."""
        self._advance(timestamp)
        return self._waiting.pop(payment, None) is not None

    def _advance(self, timestamp: int) -> None:
        """Let everything happen that is due by now, in the order of time."""
        due = [item for item in self._waiting.items() if item[1].due <= timestamp]
        for name, payment in sorted(due, key=lambda item: item[1].due):
            del self._waiting[name]
            self._move(payment.due, payment.sender, payment.receiver, payment.amount)

    def _move(self, timestamp: int, sender: str, receiver: str, amount: int) -> bool:
        """Do what `transfer` does, once everything due before has happened."""
        source, target = self._accounts.get(sender), self._accounts.get(receiver)
        if source is None or target is None or source is target or not source.covers(amount):
            return False
        self._book(Movement(timestamp, sender, "sent", amount, receiver))
        self._book(Movement(timestamp, receiver, "received", amount, sender))
        return True

    def _book(self, movement: Movement) -> None:
        """Change a balance and write down how."""
        account = self._accounts[movement.account]
        if movement.kind in OUTGOING:
            account.pay_out(movement.amount)
        else:
            account.balance += movement.amount
        self._ledger.append(movement)
