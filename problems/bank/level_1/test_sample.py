"""Level 1, samples: opening accounts, putting money in and taking it out."""

import pytest
from solution import Bank


@pytest.mark.tags("basics")
def test_an_account_is_opened_once_and_empty() -> None:
    bank = Bank()
    bank.open_account(1, "mia")
    assert bank.balance(2, "mia") == 0
    bank.deposit(3, "mia", 500)
    bank.open_account(4, "mia")
    assert bank.balance(5, "mia") == 500


@pytest.mark.tags("basics", "money")
def test_deposits_and_withdrawals_change_the_balance() -> None:
    bank = Bank()
    bank.open_account(1, "mia")
    assert bank.deposit(2, "mia", 500) is True
    assert bank.withdraw(3, "mia", 200) is True
    assert bank.balance(3, "mia") == 300


@pytest.mark.tags("missing")
def test_an_absent_account_has_no_balance_and_takes_no_money() -> None:
    bank = Bank()
    assert bank.balance(1, "noah") is None
    assert bank.deposit(2, "noah", 500) is False
    assert bank.balance(3, "noah") is None


@pytest.mark.tags("refusal", "money")
def test_nobody_withdraws_more_than_there_is() -> None:
    bank = Bank()
    bank.open_account(1, "mia")
    bank.deposit(2, "mia", 500)
    assert bank.withdraw(3, "mia", 501) is False
    assert bank.balance(4, "mia") == 500
