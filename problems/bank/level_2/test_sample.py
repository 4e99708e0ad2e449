"""Level 2, samples: transfers between accounts, and their ranking."""

import pytest
from solution import Bank


@pytest.mark.tags("basics", "money")
def test_a_transfer_moves_money_from_one_account_to_another() -> None:
    bank = Bank()
    bank.open_account(1, "mia")
    bank.open_account(1, "noah")
    bank.deposit(2, "mia", 500)
    assert bank.transfer(3, "mia", "noah", 120) is True
    assert bank.balance(4, "mia") == 380
    assert bank.balance(4, "noah") == 120


@pytest.mark.tags("refusal")
def test_a_transfer_that_cannot_be_done_is_refused() -> None:
    bank = Bank()
    bank.open_account(1, "mia")
    bank.open_account(1, "noah")
    bank.deposit(2, "mia", 500)
    assert bank.transfer(3, "mia", "noah", 501) is False
    assert bank.transfer(3, "mia", "mia", 10) is False
    assert bank.transfer(3, "mia", "lena", 10) is False
    assert bank.balance(4, "mia") == 500


@pytest.mark.tags("ordering", "ties")
def test_the_ranking_lists_the_largest_outgoing_amount_first() -> None:
    bank = Bank()
    for name in ["noah", "lena", "mia"]:
        bank.open_account(1, name)
        bank.deposit(1, name, 500)
    bank.transfer(2, "mia", "noah", 100)
    bank.withdraw(3, "mia", 50)
    assert bank.ranking(4) == [("mia", 150), ("lena", 0), ("noah", 0)]


@pytest.mark.tags("limit")
def test_the_ranking_takes_a_limit() -> None:
    bank = Bank()
    for name in ["lena", "mia"]:
        bank.open_account(1, name)
        bank.deposit(1, name, 500)
    bank.withdraw(2, "mia", 50)
    assert bank.ranking(3, 1) == [("mia", 50)]
    assert bank.ranking(3, limit=0) == []
