"""A bank with a ledger, scheduled payments, interest and accounts that can be merged."""

from dataclasses import dataclass

OUTGOING = ("withdrawal", "sent")
RATE_UNIT = 10_000  # a rate counts hundredths of a percent


class Account:
    """What the bank knows of one account."""

    def __init__(self) -> None:
        self.balance = 0
        self.outgoing = 0
        self.earned = 0  # in this term: the sum of every balance times how long it was held
        self.counted_until = 0

    def covers(self, amount: int) -> bool:
        """Tell whether this is an amount that can be paid out of the account."""
        return 0 < amount <= self.balance

    def pay_out(self, amount: int) -> None:
        """Let money leave the account."""
        self.balance -= amount
        self.outgoing += amount

    def accrue(self, now: int) -> None:
        """Count what the balance has earned until now; to be done before it changes."""
        self.earned += self.balance * (now - self.counted_until)
        self.counted_until = now

    def absorb(self, other: "Account", now: int) -> None:
        """Take over all that belongs to another account."""
        self.accrue(now)
        other.accrue(now)
        self.balance += other.balance
        self.outgoing += other.outgoing
        self.earned += other.earned


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
        self._rate = 0
        self._period = 1
        self._payday: int | None = None

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

    def set_interest(self, timestamp: int, rate: int, period: int) -> bool:
        """End the running term and start a new one; return False if that cannot be done."""
        self._advance(timestamp)
        if rate < 0 or period <= 0:
            return False
        self._pay_interest(timestamp)
        self._rate, self._period, self._payday = rate, period, timestamp + period
        return True

    def merge_accounts(self, timestamp: int, name: str, into: str) -> bool:
        """Make one account part of another; return False if that cannot be done."""
        self._advance(timestamp)
        if name not in self._accounts or into not in self._accounts or name == into:
            return False
        self._accounts[into].absorb(self._accounts.pop(name), timestamp)
        names: dict[str | None, str] = {name: into}
        for movement in self._ledger:
            movement.account = names.get(movement.account, movement.account)
            movement.counterparty = names.get(movement.counterparty, movement.counterparty)
        for payment in self._waiting.values():
            payment.sender = names.get(payment.sender, payment.sender)
            payment.receiver = names.get(payment.receiver, payment.receiver)
        return True

    def _advance(self, timestamp: int) -> None:
        """Let everything happen that is due by now, in the order of time."""
        due = [item for item in self._waiting.items() if item[1].due <= timestamp]
        for name, payment in sorted(due, key=lambda item: item[1].due):
            del self._waiting[name]
            self._pay_interest_until(payment.due)
            self._move(payment.due, payment.sender, payment.receiver, payment.amount)
        self._pay_interest_until(timestamp)

    def _pay_interest_until(self, timestamp: int) -> None:
        """End every term that ends by now."""
        while self._payday is not None and self._payday <= timestamp:
            self._pay_interest(self._payday)
            self._payday += self._period

    def _pay_interest(self, timestamp: int) -> None:
        """Pay every account what it has earned in this term, and begin a new one."""
        for name, account in sorted(self._accounts.items()):
            account.accrue(timestamp)
            interest = account.earned * self._rate // (RATE_UNIT * self._period)
            account.earned = 0
            if interest > 0:
                self._book(Movement(timestamp, name, "interest", interest))

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
        account.accrue(movement.timestamp)
        if movement.kind in OUTGOING:
            account.pay_out(movement.amount)
        else:
            account.balance += movement.amount
        self._ledger.append(movement)
