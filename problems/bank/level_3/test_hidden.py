"""Level 3, scored: the history of an account, and payments made on time."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from solution import Bank

model_settings = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def bank_with(**balances: int) -> Bank:
    """Return a bank with these accounts, opened and filled at time 1."""
    bank = Bank()
    for name, amount in balances.items():
        bank.open_account(1, name)
        if amount:
            bank.deposit(1, name, amount)
    return bank


def busy_bank() -> Bank:
    """Return a bank in which oak has a movement at each time from 10 to 60, in steps of 10."""
    bank = Bank()
    for name in ["oak", "fir", "elm"]:
        bank.open_account(1, name)
    bank.deposit(10, "oak", 1000)
    bank.transfer(20, "oak", "fir", 200)
    bank.transfer(30, "oak", "elm", 300)
    bank.withdraw(40, "oak", 40)
    bank.transfer(50, "fir", "oak", 50)
    bank.deposit(60, "oak", 60)
    return bank


@pytest.mark.tags("history", "empty", "missing")
def test_history_without_movements_and_of_an_absent_account_is_empty() -> None:
    bank = bank_with(oak=0)
    assert bank.history(2, "oak") == []
    assert bank.history(2, "fir") == []
    assert bank.deposit(3, "fir", 70) is False
    assert bank.history(4, "fir", "deposit", 0, 10, None, 5) == []


@pytest.mark.tags("history")
def test_history_tells_every_kind_with_its_counterparty() -> None:
    bank = busy_bank()
    assert bank.history(70, "oak") == [
        (60, "deposit", 60, None),
        (50, "received", 50, "fir"),
        (40, "withdrawal", 40, None),
        (30, "sent", 300, "elm"),
        (20, "sent", 200, "fir"),
        (10, "deposit", 1000, None),
    ]
    assert bank.history(70, "fir") == [(50, "sent", 50, "oak"), (20, "received", 200, "oak")]
    assert bank.history(70, "elm") == [(30, "received", 300, "oak")]


@pytest.mark.tags("history", "ordering", "ties")
def test_of_movements_at_one_timestamp_the_last_made_comes_first() -> None:
    bank = bank_with(oak=100, fir=0)
    bank.withdraw(5, "oak", 9)
    bank.deposit(5, "oak", 1)
    bank.transfer(5, "oak", "fir", 8)
    bank.deposit(5, "oak", 3)
    bank.transfer(5, "fir", "oak", 2)
    assert bank.history(5, "oak") == [
        (5, "received", 2, "fir"),
        (5, "deposit", 3, None),
        (5, "sent", 8, "fir"),
        (5, "deposit", 1, None),
        (5, "withdrawal", 9, None),
        (1, "deposit", 100, None),
    ]


@pytest.mark.tags("history", "refusal")
def test_refused_calls_leave_no_movement() -> None:
    bank = bank_with(oak=100, fir=0)
    bank.deposit(2, "oak", 0)
    bank.deposit(2, "oak", -1)
    bank.withdraw(3, "oak", 101)
    bank.withdraw(3, "oak", 0)
    bank.transfer(4, "oak", "oak", 10)
    bank.transfer(4, "oak", "elm", 10)
    bank.transfer(4, "oak", "fir", 101)
    bank.transfer(4, "elm", "fir", 1)
    assert bank.history(5, "oak") == [(1, "deposit", 100, None)]
    assert bank.history(5, "fir") == []
    assert bank.history(5, "elm") == []


@pytest.mark.tags("history", "filter")
def test_kind_keeps_movements_of_just_this_kind() -> None:
    bank = busy_bank()
    assert bank.history(70, "oak", "deposit") == [
        (60, "deposit", 60, None),
        (10, "deposit", 1000, None),
    ]
    assert bank.history(70, "oak", "withdrawal") == [(40, "withdrawal", 40, None)]
    assert bank.history(70, "oak", "received") == [(50, "received", 50, "fir")]
    assert bank.history(70, "oak", kind="sent") == [
        (30, "sent", 300, "elm"),
        (20, "sent", 200, "fir"),
    ]


@pytest.mark.tags("history", "filter", "empty")
def test_filters_that_match_nothing_give_an_empty_list() -> None:
    bank = busy_bank()
    assert bank.history(70, "oak", kind="transfer") == []
    assert bank.history(70, "oak", kind="Sent") == []
    assert bank.history(70, "oak", counterparty="ash") == []
    assert bank.history(70, "oak", counterparty="oak") == []
    assert bank.history(70, "elm", kind="sent") == []
    assert bank.history(70, "oak", start=61) == []
    assert bank.history(70, "oak", end=10) == []


@pytest.mark.tags("history", "filter", "boundary")
def test_period_has_its_start_and_lacks_its_end() -> None:
    bank = busy_bank()
    times = [row[0] for row in bank.history(70, "oak", start=20, end=50)]
    assert times == [40, 30, 20]
    times = [row[0] for row in bank.history(70, "oak", start=21, end=51)]
    assert times == [50, 40, 30]
    assert [row[0] for row in bank.history(70, "oak", start=50)] == [60, 50]
    assert [row[0] for row in bank.history(70, "oak", end=30)] == [20, 10]
    assert bank.history(70, "oak", start=30, end=30) == []
    assert bank.history(70, "oak", start=50, end=20) == []


@pytest.mark.tags("history", "filter", "boundary")
def test_time_zero_is_a_time_like_any_other() -> None:
    bank = Bank()
    bank.open_account(0, "oak")
    bank.deposit(0, "oak", 70)
    bank.deposit(1, "oak", 30)
    assert bank.history(2, "oak", end=0) == []
    assert bank.history(2, "oak", end=1) == [(0, "deposit", 70, None)]
    assert bank.history(2, "oak", start=0, end=0) == []
    assert bank.history(2, "oak", start=0) == [(1, "deposit", 30, None), (0, "deposit", 70, None)]


@pytest.mark.tags("history", "filter", "clock")
def test_period_may_reach_beyond_the_present() -> None:
    bank = bank_with(oak=100, fir=0)
    bank.schedule_payment(2, "p", "oak", "fir", 30, 50)
    assert bank.history(49, "oak", start=0, end=10**12) == [(1, "deposit", 100, None)]
    assert bank.history(49, "oak", start=50, end=51) == []
    assert bank.history(50, "oak", start=50, end=51) == [(50, "sent", 30, "fir")]


@pytest.mark.tags("history", "filter")
def test_counterparty_keeps_both_directions() -> None:
    bank = busy_bank()
    assert bank.history(70, "oak", counterparty="fir") == [
        (50, "received", 50, "fir"),
        (20, "sent", 200, "fir"),
    ]
    assert bank.history(70, "oak", counterparty="elm") == [(30, "sent", 300, "elm")]
    assert bank.history(70, "elm", counterparty="fir") == []


@pytest.mark.tags("history", "filter")
def test_all_filters_given_must_agree() -> None:
    bank = busy_bank()
    assert bank.history(70, "oak", kind="sent", counterparty="fir") == [(20, "sent", 200, "fir")]
    assert bank.history(70, "oak", kind="sent", counterparty="fir", start=21) == []
    assert bank.history(70, "oak", kind="sent", start=20, end=30) == [(20, "sent", 200, "fir")]
    assert bank.history(70, "oak", kind="deposit", counterparty="fir") == []
    assert bank.history(70, "oak", "received", 50, 51, "fir") == [(50, "received", 50, "fir")]


@pytest.mark.tags("history", "limit", "filter")
def test_limit_keeps_the_first_after_the_filters() -> None:
    bank = busy_bank()
    assert bank.history(70, "oak", limit=2) == [
        (60, "deposit", 60, None),
        (50, "received", 50, "fir"),
    ]
    assert bank.history(70, "oak", kind="sent", limit=1) == [(30, "sent", 300, "elm")]
    assert bank.history(70, "oak", end=30, limit=1) == [(20, "sent", 200, "fir")]
    assert bank.history(70, "oak", None, None, None, "fir", 1) == [(50, "received", 50, "fir")]


@pytest.mark.tags("history", "limit", "boundary")
def test_limit_zero_and_larger_than_the_history() -> None:
    bank = bank_with(oak=100)
    whole = [(1, "deposit", 100, None)]
    assert bank.history(2, "oak", limit=0) == []
    assert bank.history(2, "oak", limit=1) == whole
    assert bank.history(2, "oak", limit=2) == whole
    assert bank.history(2, "oak", limit=10**6) == whole


@pytest.mark.tags("schedule", "boundary")
def test_payment_is_made_at_its_due_time_and_not_before() -> None:
    bank = bank_with(oak=100, fir=5)
    assert bank.schedule_payment(2, "p", "oak", "fir", 30, 50) is True
    assert bank.balance(2, "oak") == 100
    assert bank.balance(49, "oak") == 100
    assert bank.balance(49, "fir") == 5
    assert bank.balance(50, "oak") == 70
    assert bank.balance(50, "fir") == 35
    assert bank.balance(51, "oak") == 70


@pytest.mark.tags("schedule", "history", "clock")
def test_payment_leaves_movements_of_its_due_time() -> None:
    bank = bank_with(oak=100, fir=0)
    bank.schedule_payment(2, "p", "oak", "fir", 30, 50)
    bank.deposit(80, "oak", 1)
    assert bank.history(90, "oak") == [
        (80, "deposit", 1, None),
        (50, "sent", 30, "fir"),
        (1, "deposit", 100, None),
    ]
    assert bank.history(90, "fir") == [(50, "received", 30, "oak")]


@pytest.mark.tags("schedule", "money")
def test_payments_made_are_outgoing_and_others_are_not() -> None:
    bank = bank_with(oak=100, fir=100)
    bank.withdraw(2, "fir", 10)
    bank.schedule_payment(3, "p", "oak", "fir", 30, 50)
    bank.schedule_payment(3, "q", "oak", "fir", 71, 50)
    bank.schedule_payment(3, "r", "oak", "fir", 5, 60)
    assert bank.ranking(49) == [("fir", 10), ("oak", 0)]
    assert bank.ranking(50) == [("oak", 30), ("fir", 10)]
    bank.cancel_payment(51, "r")
    assert bank.ranking(70) == [("oak", 30), ("fir", 10)]


@pytest.mark.tags("schedule", "boundary", "refusal")
def test_due_must_be_later_than_now() -> None:
    bank = bank_with(oak=100, fir=0)
    assert bank.schedule_payment(20, "p", "oak", "fir", 30, 19) is False
    assert bank.schedule_payment(20, "p", "oak", "fir", 30, 20) is False
    assert bank.schedule_payment(20, "p", "oak", "fir", 30, 0) is False
    assert bank.balance(20, "oak") == 100
    assert bank.schedule_payment(20, "p", "oak", "fir", 30, 21) is True
    assert bank.balance(20, "oak") == 100
    assert bank.balance(21, "oak") == 70


@pytest.mark.tags("schedule", "missing", "refusal")
def test_payments_of_absent_accounts_are_refused() -> None:
    bank = bank_with(oak=100)
    assert bank.schedule_payment(2, "p", "oak", "fir", 30, 50) is False
    assert bank.schedule_payment(2, "p", "fir", "oak", 30, 50) is False
    assert bank.schedule_payment(2, "p", "fir", "elm", 30, 50) is False
    assert bank.cancel_payment(2, "p") is False
    bank.open_account(3, "fir")
    assert bank.balance(60, "oak") == 100
    assert bank.history(60, "fir") == []


@pytest.mark.tags("schedule", "refusal")
def test_payment_to_the_same_account_is_refused() -> None:
    bank = bank_with(oak=100)
    assert bank.schedule_payment(2, "p", "oak", "oak", 30, 50) is False
    assert bank.cancel_payment(3, "p") is False
    assert bank.ranking(50) == [("oak", 0)]


@pytest.mark.tags("schedule", "refusal", "boundary")
def test_payment_of_zero_or_less_is_refused() -> None:
    bank = bank_with(oak=100, fir=100)
    assert bank.schedule_payment(2, "p", "oak", "fir", 0, 50) is False
    assert bank.schedule_payment(2, "p", "oak", "fir", -30, 50) is False
    assert bank.cancel_payment(3, "p") is False
    assert bank.schedule_payment(3, "p", "oak", "fir", 1, 50) is True
    assert bank.balance(50, "oak") == 99


@pytest.mark.tags("schedule", "duplicate", "refusal")
def test_name_of_a_waiting_payment_is_taken() -> None:
    bank = bank_with(oak=100, fir=100)
    assert bank.schedule_payment(2, "p", "oak", "fir", 30, 50) is True
    assert bank.schedule_payment(2, "p", "oak", "fir", 30, 50) is False
    assert bank.schedule_payment(3, "p", "fir", "oak", 7, 40) is False
    assert bank.schedule_payment(3, "P", "fir", "oak", 1, 50) is True
    assert bank.balance(49, "oak") == 100
    assert bank.balance(50, "oak") == 71


@pytest.mark.tags("schedule", "duplicate")
def test_name_can_be_used_again_once_the_payment_waits_no_longer() -> None:
    bank = bank_with(oak=100, fir=0)
    assert bank.schedule_payment(2, "p", "oak", "fir", 30, 10) is True
    assert bank.schedule_payment(10, "p", "oak", "fir", 100, 20) is True
    assert bank.schedule_payment(20, "p", "oak", "fir", 5, 30) is True
    assert bank.cancel_payment(21, "p") is True
    assert bank.schedule_payment(21, "p", "oak", "fir", 6, 30) is True
    assert bank.history(40, "oak", kind="sent") == [(30, "sent", 6, "fir"), (10, "sent", 30, "fir")]


@pytest.mark.tags("schedule", "money")
def test_balance_matters_when_due_not_when_scheduled() -> None:
    bank = bank_with(oak=0, fir=0)
    assert bank.schedule_payment(2, "p", "oak", "fir", 30, 50) is True
    assert bank.schedule_payment(2, "q", "oak", "fir", 30, 60) is True
    bank.deposit(49, "oak", 30)
    assert bank.balance(50, "fir") == 30
    assert bank.balance(60, "fir") == 30
    bank.deposit(61, "oak", 100)
    assert bank.schedule_payment(62, "r", "oak", "fir", 100, 70) is True
    assert bank.withdraw(69, "oak", 1) is True
    assert bank.balance(70, "fir") == 30
    assert bank.balance(70, "oak") == 99


@pytest.mark.tags("schedule", "money", "boundary")
def test_payment_of_the_whole_balance_is_made_and_of_more_fails() -> None:
    bank = bank_with(oak=30, fir=30, elm=0)
    bank.schedule_payment(2, "p", "oak", "elm", 30, 50)
    bank.schedule_payment(2, "q", "fir", "elm", 31, 50)
    assert bank.balance(50, "oak") == 0
    assert bank.balance(50, "fir") == 30
    assert bank.balance(50, "elm") == 30


@pytest.mark.tags("schedule", "money", "history")
def test_failed_payment_moves_nothing_and_is_not_tried_again() -> None:
    bank = bank_with(oak=30, fir=0)
    bank.schedule_payment(2, "p", "oak", "fir", 40, 50)
    assert bank.history(50, "oak") == [(1, "deposit", 30, None)]
    assert bank.cancel_payment(50, "p") is False
    bank.deposit(51, "oak", 100)
    assert bank.balance(99, "oak") == 130
    assert bank.history(99, "fir") == []
    assert bank.ranking(99) == [("fir", 0), ("oak", 0)]


@pytest.mark.tags("schedule", "ordering", "clock")
def test_due_payments_come_before_the_call_of_the_same_time() -> None:
    bank = bank_with(oak=100, fir=0)
    bank.schedule_payment(2, "p", "oak", "fir", 100, 50)
    assert bank.withdraw(50, "oak", 1) is False
    assert bank.withdraw(50, "fir", 100) is True
    bank.schedule_payment(51, "q", "oak", "fir", 5, 60)
    assert bank.deposit(60, "oak", 5) is True
    assert bank.balance(61, "oak") == 5
    bank.schedule_payment(62, "r", "oak", "fir", 5, 70)
    assert bank.transfer(70, "fir", "oak", 5) is True
    assert bank.history(71, "fir", start=70) == [(70, "sent", 5, "oak"), (70, "received", 5, "oak")]


@pytest.mark.tags("schedule", "ordering", "clock")
def test_due_payments_come_before_every_kind_of_call() -> None:
    bank = bank_with(oak=100, fir=0)
    for number, due in enumerate(range(10, 90, 10)):
        bank.schedule_payment(2, f"p{number}", "oak", "fir", 1, due)
    bank.open_account(10, "elm")
    assert bank.ranking(20) == [("oak", 2), ("elm", 0), ("fir", 0)]
    assert bank.cancel_payment(30, "p2") is False
    assert bank.history(40, "fir", limit=1) == [(40, "received", 1, "oak")]
    assert bank.balance(50, "fir") == 5
    assert bank.schedule_payment(60, "p5", "oak", "fir", 1, 61) is True
    assert bank.deposit(70, "oak", 1) is True
    assert bank.withdraw(80, "fir", 9) is True
    assert bank.history(80, "fir", limit=2) == [
        (80, "withdrawal", 9, None),
        (80, "received", 1, "oak"),
    ]


@pytest.mark.tags("schedule", "refusal", "clock")
def test_refused_calls_let_due_payments_happen_too() -> None:
    bank = bank_with(oak=100, fir=0)
    bank.schedule_payment(2, "p", "oak", "fir", 1, 10)
    bank.schedule_payment(2, "q", "oak", "fir", 2, 20)
    bank.schedule_payment(2, "r", "oak", "fir", 3, 30)
    bank.schedule_payment(2, "s", "oak", "fir", 4, 40)
    assert bank.transfer(10, "oak", "oak", 1) is False
    assert bank.deposit(20, "oak", 0) is False
    assert bank.balance(30, "elm") is None
    assert bank.history(40, "elm") == []
    assert [row[0] for row in bank.history(41, "fir")] == [40, 30, 20, 10]


@pytest.mark.tags("schedule", "ordering")
def test_payments_are_made_in_the_order_of_their_due_times() -> None:
    bank = bank_with(oak=100, fir=0, elm=0)
    bank.schedule_payment(2, "late", "oak", "elm", 80, 60)
    bank.schedule_payment(2, "early", "oak", "fir", 30, 50)
    bank.schedule_payment(2, "middle", "fir", "oak", 30, 55)
    assert bank.balance(100, "elm") == 80
    assert bank.history(100, "oak") == [
        (60, "sent", 80, "elm"),
        (55, "received", 30, "fir"),
        (50, "sent", 30, "fir"),
        (1, "deposit", 100, None),
    ]


@pytest.mark.tags("schedule", "ordering", "ties")
def test_payments_due_together_are_made_in_the_order_scheduled() -> None:
    bank = bank_with(oak=100, fir=0)
    bank.schedule_payment(2, "z", "oak", "fir", 60, 50)
    bank.schedule_payment(3, "a", "oak", "fir", 50, 50)
    bank.schedule_payment(3, "m", "oak", "fir", 40, 50)
    bank.schedule_payment(4, "b", "oak", "fir", 1, 50)
    assert bank.history(50, "fir") == [(50, "received", 40, "oak"), (50, "received", 60, "oak")]
    assert bank.balance(50, "oak") == 0


@pytest.mark.tags("schedule", "ordering", "ties")
def test_payment_scheduled_anew_comes_after_those_scheduled_before() -> None:
    bank = bank_with(oak=100, fir=0)
    bank.schedule_payment(2, "a", "oak", "fir", 60, 50)
    bank.schedule_payment(2, "b", "oak", "fir", 50, 50)
    assert bank.cancel_payment(3, "a") is True
    assert bank.schedule_payment(3, "a", "oak", "fir", 60, 50) is True
    assert bank.balance(50, "fir") == 50


@pytest.mark.tags("schedule", "ordering", "money")
def test_each_payment_finds_the_balances_the_one_before_left() -> None:
    bank = bank_with(oak=100, fir=0, elm=0, ash=0)
    bank.schedule_payment(2, "a", "fir", "ash", 70, 50)
    bank.schedule_payment(2, "b", "oak", "fir", 100, 50)
    bank.schedule_payment(2, "c", "fir", "elm", 70, 50)
    bank.schedule_payment(2, "d", "elm", "oak", 60, 50)
    balances = {name: bank.balance(50, name) for name in ["oak", "fir", "elm", "ash"]}
    assert balances == {"oak": 60, "fir": 30, "elm": 10, "ash": 0}


@pytest.mark.tags("schedule", "missing", "refusal")
def test_cancelling_what_does_not_wait_is_refused() -> None:
    bank = bank_with(oak=100, fir=0)
    assert bank.cancel_payment(2, "p") is False
    bank.schedule_payment(2, "p", "oak", "fir", 30, 50)
    assert bank.cancel_payment(3, "q") is False
    assert bank.cancel_payment(3, "P") is False
    assert bank.cancel_payment(51, "p") is False
    assert bank.balance(51, "oak") == 70


@pytest.mark.tags("schedule", "boundary", "refusal")
def test_at_its_due_time_a_payment_is_past_cancelling() -> None:
    bank = bank_with(oak=100, fir=0)
    bank.schedule_payment(2, "p", "oak", "fir", 30, 50)
    bank.schedule_payment(2, "q", "oak", "fir", 40, 51)
    assert bank.cancel_payment(50, "p") is False
    assert bank.cancel_payment(50, "q") is True
    assert bank.balance(60, "oak") == 70


@pytest.mark.tags("schedule")
def test_cancelled_payment_is_never_made_and_the_others_are() -> None:
    bank = bank_with(oak=100, fir=0)
    bank.schedule_payment(2, "p", "oak", "fir", 30, 50)
    bank.schedule_payment(2, "q", "oak", "fir", 30, 50)
    bank.schedule_payment(2, "r", "oak", "fir", 7, 60)
    assert bank.cancel_payment(3, "p") is True
    assert bank.cancel_payment(3, "p") is False
    assert bank.history(70, "fir") == [(60, "received", 7, "oak"), (50, "received", 30, "oak")]


@pytest.mark.tags("schedule", "clock", "scale")
def test_time_may_jump_over_payments_far_apart() -> None:
    bank = bank_with(oak=100, fir=0)
    bank.schedule_payment(2, "p", "oak", "fir", 30, 5 * 10**11)
    bank.schedule_payment(2, "q", "fir", "oak", 10, 10**12)
    assert bank.balance(5 * 10**11 - 1, "fir") == 0
    assert bank.balance(10**12 - 1, "fir") == 30
    assert bank.history(10**12, "fir") == [
        (10**12, "sent", 10, "oak"),
        (5 * 10**11, "received", 30, "oak"),
    ]


@pytest.mark.tags("schedule", "scale", "ordering")
def test_five_hundred_payments_fall_due_in_one_call() -> None:
    bank = bank_with(oak=500, fir=0)
    for number in range(500):
        assert bank.schedule_payment(2, f"p{number}", "oak", "fir", 1, 1000 - number // 2) is True
    assert bank.cancel_payment(3, "p100") is True
    assert bank.balance(749, "fir") == 0
    assert bank.balance(1000, "fir") == 499
    times = [1000 - number // 2 for number in range(500) if number != 100]
    assert [row[0] for row in bank.history(1000, "oak", kind="sent")] == times


@pytest.mark.tags("isolation", "schedule")
def test_each_bank_has_its_own_history_and_payments() -> None:
    one = bank_with(oak=100, fir=0)
    two = bank_with(oak=50, fir=0)
    assert one.schedule_payment(2, "p", "oak", "fir", 30, 50) is True
    assert two.cancel_payment(2, "p") is False
    assert two.history(60, "oak") == [(1, "deposit", 50, None)]
    assert one.history(60, "fir") == [(50, "received", 30, "oak")]


@pytest.mark.tags("basics")
def test_arguments_of_history_and_payments_may_be_given_by_name() -> None:
    bank = bank_with(oak=100, fir=0)
    assert bank.schedule_payment(
        timestamp=2, payment="p", sender="oak", receiver="fir", amount=30, due=50
    )
    assert bank.cancel_payment(timestamp=3, payment="q") is False
    found = bank.history(
        timestamp=60, name="oak", kind="sent", start=50, end=51, counterparty="fir", limit=1
    )
    assert found == [(50, "sent", 30, "fir")]


class Model:
    """A bank that lives through every unit of time; its money is the sum of its rows."""

    def __init__(self) -> None:
        self.now = 0
        self.names: list[str] = []
        self.rows: list[tuple[str, tuple[int, str, int, str | None]]] = []
        self.plans: list[tuple[str, str, str, int, int]] = []

    def at(self, timestamp: int) -> "Model":
        while self.now < timestamp:
            self.now += 1
            for plan in [plan for plan in self.plans if plan[-1] == self.now]:
                self.plans.remove(plan)
                self.transfer(*plan[1:4])
        return self

    def open_account(self, name: str) -> None:
        self.names += [name] * (name not in self.names)

    def row(self, name: str, kind: str, amount: int, other: str | None = None) -> None:
        self.rows.insert(0, (name, (self.now, kind, amount, other)))

    def deposit(self, name: str, amount: int) -> bool:
        if name in self.names and amount > 0:
            self.row(name, "deposit", amount)
            return True
        return False

    def withdraw(self, name: str, amount: int) -> bool:
        if 0 < amount <= (self.balance(name) or 0):
            self.row(name, "withdrawal", amount)
            return True
        return False

    def transfer(self, sender: str, receiver: str, amount: int) -> bool:
        if sender == receiver or receiver not in self.names:
            return False
        if 0 < amount <= (self.balance(sender) or 0):
            self.row(sender, "sent", amount, receiver)
            self.row(receiver, "received", amount, sender)
            return True
        return False

    def sum(self, name: str, kinds: list[str]) -> int:
        return sum(row[2] for owner, row in self.rows if owner == name and row[1] in kinds)

    def balance(self, name: str) -> int | None:
        if name not in self.names:
            return None
        return self.sum(name, ["deposit", "received"]) - self.sum(name, ["withdrawal", "sent"])

    def ranking(self, limit: int | None = None) -> list[tuple[str, int]]:
        pairs = [(name, self.sum(name, ["withdrawal", "sent"])) for name in sorted(self.names)]
        pairs.sort(key=lambda pair: pair[1], reverse=True)
        return pairs if limit is None else pairs[:limit]

    def history(
        self,
        name: str,
        kind: str | None = None,
        start: int | None = None,
        end: int | None = None,
        counterparty: str | None = None,
        limit: int | None = None,
    ) -> list[tuple[int, str, int, str | None]]:
        rows = [row for owner, row in self.rows if owner == name]
        if kind is not None:
            rows = [row for row in rows if row[1] == kind]
        if start is not None:
            rows = [row for row in rows if row[0] >= start]
        if end is not None:
            rows = [row for row in rows if not row[0] >= end]
        if counterparty is not None:
            rows = [row for row in rows if row[3] == counterparty]
        return rows if limit is None else rows[:limit]

    def schedule_payment(
        self, payment: str, sender: str, receiver: str, amount: int, due: int
    ) -> bool:
        is_known = sender in self.names and receiver in self.names
        is_taken = any(plan[0] == payment for plan in self.plans)
        if not is_known or is_taken or sender == receiver or amount < 1 or due <= self.now:
            return False
        self.plans.append((payment, sender, receiver, amount, due))
        return True

    def cancel_payment(self, payment: str) -> bool:
        left = [plan for plan in self.plans if plan[0] != payment]
        was_there = len(left) < len(self.plans)
        self.plans = left
        return was_there


names = st.sampled_from(["oak", "fir", "elm"])
payments = st.sampled_from(["p", "q", "r"])
amounts = st.integers(-1, 12)
steps = st.integers(0, 3)
times = st.none() | st.integers(0, 40)
kinds = st.none() | st.sampled_from(["deposit", "withdrawal", "sent", "received"])
limits = st.none() | st.integers(0, 4)
deposits = st.tuples(steps, st.just("deposit"), names, amounts)
transfers = st.tuples(steps, st.just("transfer"), names, names, amounts)
schedules = st.tuples(
    steps, st.just("schedule_payment"), payments, names, names, amounts, st.integers(-1, 8)
)
calls = st.one_of(
    deposits,
    deposits,
    transfers,
    schedules,
    schedules,
    schedules,
    st.tuples(steps, st.just("open_account"), names),
    st.tuples(steps, st.just("withdraw"), names, amounts),
    st.tuples(steps, st.just("balance"), names),
    st.tuples(steps, st.just("ranking"), limits),
    st.tuples(steps, st.just("cancel_payment"), payments),
    st.tuples(steps, st.just("history"), names, kinds, times, times, st.none() | names, limits),
)


@pytest.mark.tags("model", "schedule", "history", "ordering")
@model_settings
@given(st.lists(calls, min_size=10, max_size=25), st.lists(names, unique=True, min_size=1))
def test_random_calls_answer_like_the_model(history: list[tuple], opened: list[str]) -> None:
    bank = Bank()
    model = Model()
    now = 1
    for name in opened:
        assert bank.open_account(1, name) == model.at(1).open_account(name)
        assert bank.deposit(1, name, 10) == model.deposit(name, 10)
    for step, name, *arguments in history:
        now += step
        if name == "schedule_payment":
            arguments[-1] = max(0, now + arguments[-1])
        assert getattr(bank, name)(now, *arguments) == getattr(model.at(now), name)(*arguments)
    now += 4
    for name in ["oak", "fir", "elm"]:
        assert bank.history(now, name) == model.at(now).history(name)
        assert bank.balance(now, name) == model.balance(name)
    assert bank.ranking(now + 5) == model.at(now + 5).ranking()


@pytest.mark.tags("model", "schedule", "money")
@model_settings
@given(
    st.lists(st.tuples(names, names, st.integers(1, 60), st.integers(2, 6)), max_size=12),
    st.lists(st.integers(1, 8), max_size=4),
)
def test_it_never_matters_how_often_one_looks(
    plans: list[tuple[str, str, int, int]], looks: list[int]
) -> None:
    banks = [bank_with(oak=50, fir=40, elm=0), bank_with(oak=50, fir=40, elm=0)]
    for bank in banks:
        for number, (sender, receiver, amount, due) in enumerate(plans):
            bank.schedule_payment(1, f"p{number}", sender, receiver, amount, due)
    for timestamp in sorted(looks):
        banks[0].balance(timestamp, "oak")
    for name in ["oak", "fir", "elm"]:
        assert banks[0].history(9, name) == banks[1].history(9, name)
    balances = [banks[0].balance(9, name) for name in ["oak", "fir", "elm"]]
    assert balances == [banks[1].balance(9, name) for name in ["oak", "fir", "elm"]]
    assert banks[0].ranking(9) == banks[1].ranking(9)
