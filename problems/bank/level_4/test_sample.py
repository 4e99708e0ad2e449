"""Level 4, samples: interest that all accounts earn, and accounts that become one."""

import pytest
from solution import Bank


def bank_of_two() -> Bank:
    bank = Bank()
    bank.open_account(0, "mia")
    bank.open_account(0, "noah")
    bank.deposit(0, "mia", 1000)
    return bank


@pytest.mark.tags("money", "boundary")
def test_interest_is_paid_at_the_end_of_each_term() -> None:
    bank = bank_of_two()
    assert bank.set_interest(0, 500, 10) is True
    assert bank.balance(9, "mia") == 1000
    assert bank.balance(10, "mia") == 1050
    assert bank.balance(20, "mia") == 1102
    assert bank.history(20, "mia", kind="interest") == [
        (20, "interest", 52, None),
        (10, "interest", 50, None),
    ]


@pytest.mark.tags("money", "clock")
def test_a_balance_earns_for_as_long_as_it_is_held() -> None:
    bank = bank_of_two()
    bank.set_interest(0, 500, 10)
    bank.deposit(4, "mia", 1000)
    assert bank.balance(10, "mia") == 2080


@pytest.mark.tags("money", "schedule", "ordering")
def test_interest_comes_before_the_payments_due_at_the_same_time() -> None:
    bank = bank_of_two()
    bank.set_interest(0, 500, 10)
    bank.schedule_payment(1, "rent", "mia", "noah", 1050, 10)
    assert bank.balance(10, "noah") == 1050


@pytest.mark.tags("merge", "history")
def test_merging_adds_up_what_two_accounts_were() -> None:
    bank = bank_of_two()
    bank.transfer(1, "mia", "noah", 300)
    bank.withdraw(2, "noah", 100)
    assert bank.merge_accounts(3, "noah", "mia") is True
    assert bank.balance(3, "mia") == 900
    assert bank.balance(3, "noah") is None
    assert bank.ranking(3) == [("mia", 400)]
    assert bank.history(3, "mia", start=1) == [
        (2, "withdrawal", 100, None),
        (1, "received", 300, "mia"),
        (1, "sent", 300, "mia"),
    ]


@pytest.mark.tags("merge", "schedule")
def test_waiting_payments_go_on_after_a_merge() -> None:
    bank = bank_of_two()
    bank.open_account(1, "lena")
    bank.schedule_payment(2, "rent", "mia", "lena", 400, 10)
    assert bank.merge_accounts(3, "mia", "noah") is True
    bank.open_account(4, "mia")
    assert bank.balance(10, "noah") == 600
    assert bank.history(10, "lena") == [(10, "received", 400, "noah")]
