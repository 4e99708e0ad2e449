"""Level 3, samples: the history of an account, and payments made on time."""

import pytest
from solution import Bank


def bank_of_two() -> Bank:
    bank = Bank()
    bank.open_account(1, "mia")
    bank.open_account(1, "noah")
    bank.deposit(2, "mia", 500)
    return bank


@pytest.mark.tags("history", "ordering")
def test_history_lists_the_last_movement_first() -> None:
    bank = bank_of_two()
    bank.transfer(3, "mia", "noah", 120)
    bank.withdraw(3, "mia", 20)
    assert bank.history(4, "mia") == [
        (3, "withdrawal", 20, None),
        (3, "sent", 120, "noah"),
        (2, "deposit", 500, None),
    ]
    assert bank.history(4, "noah") == [(3, "received", 120, "mia")]


@pytest.mark.tags("history", "filter")
def test_history_takes_filters_and_a_limit() -> None:
    bank = bank_of_two()
    bank.transfer(3, "mia", "noah", 120)
    bank.deposit(5, "mia", 70)
    assert bank.history(6, "mia", kind="deposit") == [
        (5, "deposit", 70, None),
        (2, "deposit", 500, None),
    ]
    assert bank.history(6, "mia", start=2, end=5, limit=1) == [(3, "sent", 120, "noah")]
    assert bank.history(6, "mia", counterparty="noah") == [(3, "sent", 120, "noah")]


@pytest.mark.tags("schedule", "boundary")
def test_a_payment_is_made_when_it_falls_due() -> None:
    bank = bank_of_two()
    assert bank.schedule_payment(3, "rent", "mia", "noah", 400, 10) is True
    assert bank.balance(9, "mia") == 500
    assert bank.balance(10, "mia") == 100
    assert bank.history(20, "noah") == [(10, "received", 400, "mia")]


@pytest.mark.tags("schedule", "money")
def test_a_payment_that_is_not_covered_fails() -> None:
    bank = bank_of_two()
    assert bank.schedule_payment(3, "rent", "mia", "noah", 501, 10) is True
    assert bank.deposit(10, "mia", 100) is True
    assert bank.balance(11, "mia") == 600
    assert bank.history(11, "noah") == []


@pytest.mark.tags("schedule", "refusal")
def test_a_waiting_payment_can_be_cancelled() -> None:
    bank = bank_of_two()
    bank.schedule_payment(3, "rent", "mia", "noah", 400, 10)
    assert bank.cancel_payment(9, "rent") is True
    assert bank.cancel_payment(9, "rent") is False
    assert bank.balance(10, "mia") == 500
