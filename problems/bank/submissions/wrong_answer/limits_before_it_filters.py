# verdict: wrong answer
# rejected at: level 3
# mistake: history takes the last movements first and filters them afterwards
from dataclasses import dataclass

OUTGOING = ("withdrawal", "sent")


@dataclass
class Account:
    balance: int = 0
    outgoing: int = 0

    def covers(self, amount: int) -> bool:
        return 0 < amount <= self.balance

    def pay_out(self, amount: int) -> None:
        self.balance -= amount
        self.outgoing += amount


@dataclass
class Movement:
    timestamp: int
    account: str
    kind: str
    amount: int
    counterparty: str | None = None


@dataclass
class Payment:
    sender: str
    receiver: str
    amount: int
    due: int


class Bank:
    def __init__(self) -> None:
        self._accounts: dict[str, Account] = {}
        self._ledger: list[Movement] = []
        self._waiting: dict[str, Payment] = {}

    def open_account(self, timestamp: int, name: str) -> None:
        self._advance(timestamp)
        self._accounts.setdefault(name, Account())

    def deposit(self, timestamp: int, name: str, amount: int) -> bool:
        self._advance(timestamp)
        if name not in self._accounts or amount <= 0:
            return False
        self._book(Movement(timestamp, name, "deposit", amount))
        return True

    def withdraw(self, timestamp: int, name: str, amount: int) -> bool:
        self._advance(timestamp)
        if name not in self._accounts or not self._accounts[name].covers(amount):
            return False
        self._book(Movement(timestamp, name, "withdrawal", amount))
        return True

    def balance(self, timestamp: int, name: str) -> int | None:
        self._advance(timestamp)
        return self._accounts[name].balance if name in self._accounts else None

    def transfer(self, timestamp: int, sender: str, receiver: str, amount: int) -> bool:
        self._advance(timestamp)
        return self._move(timestamp, sender, receiver, amount)

    def ranking(self, timestamp: int, limit: int | None = None) -> list[tuple[str, int]]:
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
        self._advance(timestamp)
        found = [
            (movement.timestamp, movement.kind, movement.amount, movement.counterparty)
            for movement in self._movements(name)[:limit]
            if (kind is None or movement.kind == kind)
            and (start is None or start <= movement.timestamp)
            and (end is None or movement.timestamp < end)
            and (counterparty is None or movement.counterparty == counterparty)
        ]
        return found

    def _movements(self, name: str) -> list[Movement]:
        return [movement for movement in reversed(self._ledger) if movement.account == name]

    def schedule_payment(
        self, timestamp: int, payment: str, sender: str, receiver: str, amount: int, due: int
    ) -> bool:
        self._advance(timestamp)
        if sender not in self._accounts or receiver not in self._accounts or sender == receiver:
            return False
        if payment in self._waiting or amount <= 0 or due <= timestamp:
            return False
        self._waiting[payment] = Payment(sender, receiver, amount, due)
        return True

    def cancel_payment(self, timestamp: int, payment: str) -> bool:
        self._advance(timestamp)
        return self._waiting.pop(payment, None) is not None

    def _advance(self, timestamp: int) -> None:
        due = [item for item in self._waiting.items() if item[1].due <= timestamp]
        for name, payment in sorted(due, key=lambda item: item[1].due):
            del self._waiting[name]
            self._move(payment.due, payment.sender, payment.receiver, payment.amount)

    def _move(self, timestamp: int, sender: str, receiver: str, amount: int) -> bool:
        source, target = self._accounts.get(sender), self._accounts.get(receiver)
        if source is None or target is None or source is target or not source.covers(amount):
            return False
        self._book(Movement(timestamp, sender, "sent", amount, receiver))
        self._book(Movement(timestamp, receiver, "received", amount, sender))
        return True

    def _book(self, movement: Movement) -> None:
        account = self._accounts[movement.account]
        if movement.kind in OUTGOING:
            account.pay_out(movement.amount)
        else:
            account.balance += movement.amount
        self._ledger.append(movement)
