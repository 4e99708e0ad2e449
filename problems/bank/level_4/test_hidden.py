"""Level 4, scored: interest that all accounts earn, and accounts that become one."""

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
    """Return a bank with these accounts, opened and filled at time 0."""
    bank = Bank()
    for name, amount in balances.items():
        bank.open_account(0, name)
        if amount:
            bank.deposit(0, name, amount)
    return bank


@pytest.mark.tags("money", "clock")
def test_nothing_is_earned_before_interest_is_set() -> None:
    bank = bank_with(oak=1000)
    assert bank.balance(1000, "oak") == 1000
    assert bank.set_interest(1000, 500, 10) is True
    assert bank.balance(1000, "oak") == 1000
    assert bank.balance(1010, "oak") == 1050
    assert bank.history(1010, "oak", kind="interest") == [(1010, "interest", 50, None)]


@pytest.mark.tags("money", "boundary")
def test_interest_is_paid_at_the_end_of_the_term_and_not_before() -> None:
    bank = bank_with(oak=1000)
    assert bank.set_interest(5, 300, 7) is True
    assert bank.balance(11, "oak") == 1000
    assert bank.balance(12, "oak") == 1030
    assert bank.balance(18, "oak") == 1030
    assert bank.balance(19, "oak") == 1060
    assert bank.history(20, "oak", start=1) == [
        (19, "interest", 30, None),
        (12, "interest", 30, None),
    ]


@pytest.mark.tags("money")
def test_rate_counts_hundredths_of_a_percent_for_a_whole_period() -> None:
    for rate, paid in [(1, 1), (25, 25), (10_000, 10_000), (25_000, 25_000)]:
        bank = bank_with(oak=10_000)
        assert bank.set_interest(0, rate, 100) is True
        assert bank.balance(99, "oak") == 10_000
        assert bank.balance(100, "oak") == 10_000 + paid


@pytest.mark.tags("money", "boundary")
def test_period_of_one_pays_at_every_unit_of_time() -> None:
    bank = bank_with(oak=100)
    assert bank.set_interest(3, 1000, 1) is True
    assert [bank.balance(time, "oak") for time in range(3, 8)] == [100, 110, 121, 133, 146]


@pytest.mark.tags("refusal", "boundary")
def test_rates_and_periods_without_sense_are_refused() -> None:
    bank = bank_with(oak=1000)
    assert bank.set_interest(1, -1, 10) is False
    assert bank.set_interest(1, 500, 0) is False
    assert bank.set_interest(1, 500, -10) is False
    assert bank.set_interest(1, -(10**12), -(10**12)) is False
    assert bank.balance(100, "oak") == 1000
    assert bank.history(100, "oak", kind="interest") == []


@pytest.mark.tags("refusal")
def test_refused_rates_and_periods_leave_the_running_term_alone() -> None:
    bank = bank_with(oak=1000)
    bank.set_interest(0, 500, 10)
    assert bank.set_interest(4, -1, 5) is False
    assert bank.set_interest(5, 900, 0) is False
    assert bank.balance(9, "oak") == 1000
    assert bank.balance(10, "oak") == 1050
    assert bank.history(10, "oak", start=1) == [(10, "interest", 50, None)]


@pytest.mark.tags("money", "boundary")
def test_rate_of_zero_is_legal_and_earns_nothing() -> None:
    bank = bank_with(oak=1000)
    assert bank.set_interest(0, 0, 10) is True
    assert bank.balance(35, "oak") == 1000
    assert bank.history(35, "oak") == [(0, "deposit", 1000, None)]
    assert bank.set_interest(35, 500, 10) is True
    assert bank.balance(45, "oak") == 1050
    assert bank.set_interest(49, 0, 10) is True
    assert bank.balance(49, "oak") == 1071
    assert bank.balance(100, "oak") == 1071


@pytest.mark.tags("money", "clock")
def test_each_balance_earns_for_as_long_as_it_is_held() -> None:
    bank = bank_with(oak=1000, fir=0)
    bank.set_interest(0, 1000, 20)
    bank.deposit(5, "oak", 3000)
    bank.withdraw(9, "oak", 2000)
    bank.transfer(14, "oak", "fir", 500)
    # oak: 5 x 1000 + 4 x 4000 + 5 x 2000 + 6 x 1500 = 40,000; fir: 6 x 500 = 3,000
    assert bank.balance(20, "oak") == 1500 + 200
    assert bank.balance(20, "fir") == 500 + 15


@pytest.mark.tags("money", "boundary")
def test_money_of_the_last_moment_earns_only_in_the_next_term() -> None:
    bank = bank_with(oak=1000, fir=0)
    bank.set_interest(0, 1000, 10)
    bank.deposit(10, "fir", 1000)
    assert bank.withdraw(10, "oak", 1100) is True
    assert bank.history(10, "fir") == [(10, "deposit", 1000, None)]
    assert bank.balance(19, "fir") == 1000
    assert bank.balance(20, "fir") == 1100
    assert bank.balance(20, "oak") == 0


@pytest.mark.tags("money", "clock")
def test_money_that_comes_and_goes_at_one_moment_earns_nothing() -> None:
    bank = bank_with(oak=1000)
    bank.set_interest(0, 1000, 10)
    bank.deposit(5, "oak", 10**9)
    bank.withdraw(5, "oak", 10**9)
    assert bank.balance(10, "oak") == 1100


@pytest.mark.tags("money", "clock")
def test_an_account_may_be_opened_during_a_term() -> None:
    bank = Bank()
    assert bank.set_interest(0, 1000, 10) is True
    bank.open_account(13, "oak")
    bank.deposit(14, "oak", 1000)
    bank.open_account(16, "fir")
    bank.deposit(17, "fir", 33)
    assert bank.balance(20, "oak") == 1060
    assert bank.balance(20, "fir") == 33
    assert bank.balance(30, "oak") == 1166


@pytest.mark.tags("money", "boundary")
def test_interest_is_rounded_down_and_the_fraction_is_lost() -> None:
    bank = bank_with(oak=199, fir=99, elm=100)
    bank.set_interest(0, 100, 10)
    balances = {name: bank.balance(10, name) for name in ["oak", "fir", "elm"]}
    assert balances == {"oak": 200, "fir": 99, "elm": 101}
    # Nothing is left over from the first term that could help in the next ones.
    balances = {name: bank.balance(60, name) for name in ["oak", "fir", "elm"]}
    assert balances == {"oak": 210, "fir": 99, "elm": 106}


@pytest.mark.tags("money")
def test_interest_is_rounded_once_for_the_whole_term() -> None:
    bank = bank_with(oak=90)
    bank.set_interest(0, 100, 10)
    for time in range(1, 10):
        bank.deposit(time, "oak", 1)
        bank.withdraw(time, "oak", 1)
    bank.deposit(9, "oak", 200)
    # 9 x 90 + 1 x 290 = 1,100 of which each part alone is less than a unit
    assert bank.balance(10, "oak") == 291


@pytest.mark.tags("money", "scale")
def test_interest_is_exact_for_large_amounts() -> None:
    bank = bank_with(oak=10**12 - 1)
    for _ in range(4):
        bank.deposit(0, "oak", 10**12)
    bank.set_interest(0, 10_001, 1)
    # 4,999,999,999,999 x 10,001 / 10,000 is 5,000,499,999,998.9999
    first = 5 * 10**12 - 1 + 5_000_499_999_998
    assert bank.balance(1, "oak") == first
    bank.withdraw(1, "oak", 1)
    assert bank.balance(2, "oak") == first - 1 + (first - 1) * 10_001 // 10_000


@pytest.mark.tags("money", "clock")
def test_interest_earns_interest_from_the_next_term_on() -> None:
    bank = bank_with(oak=1000)
    bank.set_interest(0, 1000, 10)
    assert bank.balance(40, "oak") == 1464
    assert bank.history(40, "oak", kind="interest") == [
        (40, "interest", 133, None),
        (30, "interest", 121, None),
        (20, "interest", 110, None),
        (10, "interest", 100, None),
    ]


@pytest.mark.tags("money", "overwrite", "clock")
def test_setting_interest_again_ends_the_term_at_once() -> None:
    bank = bank_with(oak=1000)
    bank.set_interest(0, 1000, 10)
    assert bank.set_interest(6, 2000, 4) is True
    assert bank.balance(6, "oak") == 1060
    assert bank.balance(9, "oak") == 1060
    assert bank.balance(10, "oak") == 1272
    assert bank.history(13, "oak", start=1) == [
        (10, "interest", 212, None),
        (6, "interest", 60, None),
    ]


@pytest.mark.tags("money", "overwrite")
def test_a_term_cut_short_pays_with_its_own_rate_and_whole_period() -> None:
    bank = bank_with(oak=1000)
    bank.set_interest(0, 300, 100)
    bank.deposit(10, "oak", 1000)
    assert bank.set_interest(33, 7, 1000) is True
    # 10 x 1000 + 23 x 2000 = 56,000, times 300 / 1,000,000
    assert bank.balance(33, "oak") == 2016


@pytest.mark.tags("money", "overwrite", "boundary")
def test_interest_set_at_the_end_of_a_term_or_twice_pays_only_once() -> None:
    bank = bank_with(oak=1000)
    bank.set_interest(0, 1000, 10)
    assert bank.set_interest(10, 500, 10) is True
    assert bank.set_interest(10, 2000, 10) is True
    assert bank.balance(10, "oak") == 1100
    assert bank.balance(20, "oak") == 1320
    assert bank.history(20, "oak", kind="interest") == [
        (20, "interest", 220, None),
        (10, "interest", 100, None),
    ]


@pytest.mark.tags("history", "filter", "empty")
def test_interest_of_zero_is_no_movement() -> None:
    bank = bank_with(oak=5, fir=0)
    bank.set_interest(0, 100, 10)
    bank.set_interest(25, 100, 10)
    assert bank.history(50, "oak") == [(0, "deposit", 5, None)]
    assert bank.history(50, "fir") == []


@pytest.mark.tags("history", "filter")
def test_interest_is_found_by_the_filters_of_history() -> None:
    bank = bank_with(oak=1000, fir=1000)
    bank.set_interest(0, 1000, 10)
    bank.transfer(15, "fir", "oak", 100)
    assert bank.history(20, "oak", kind="interest", end=20) == [(10, "interest", 100, None)]
    assert bank.history(20, "oak", start=20, end=21) == [(20, "interest", 115, None)]
    assert bank.history(20, "oak", counterparty="fir") == [(15, "received", 100, "fir")]
    assert bank.history(20, "oak", kind="deposit") == [(0, "deposit", 1000, None)]


@pytest.mark.tags("money")
def test_interest_does_not_change_the_outgoing_amount() -> None:
    bank = bank_with(oak=1000, fir=2000)
    bank.withdraw(0, "oak", 7)
    bank.set_interest(0, 1000, 10)
    assert bank.ranking(10) == [("oak", 7), ("fir", 0)]
    bank.set_interest(15, 0, 10)
    assert bank.ranking(20) == [("oak", 7), ("fir", 0)]


@pytest.mark.tags("ordering", "schedule", "clock")
def test_a_term_ends_before_the_payments_due_at_that_time() -> None:
    bank = bank_with(oak=1000, fir=0)
    bank.set_interest(0, 1000, 10)
    bank.schedule_payment(1, "p", "oak", "fir", 1100, 10)
    bank.schedule_payment(1, "q", "fir", "oak", 600, 10)
    assert bank.history(10, "oak") == [
        (10, "received", 600, "fir"),
        (10, "sent", 1100, "fir"),
        (10, "interest", 100, None),
        (0, "deposit", 1000, None),
    ]
    assert bank.history(10, "fir", kind="interest") == []


@pytest.mark.tags("ordering", "schedule", "overwrite")
def test_a_term_cut_short_ends_after_the_payments_due_by_then() -> None:
    bank = bank_with(oak=1000, fir=0)
    bank.set_interest(0, 1000, 100)
    bank.schedule_payment(1, "p", "oak", "fir", 1000, 50)
    bank.schedule_payment(1, "q", "oak", "fir", 50, 50)
    assert bank.set_interest(50, 0, 100) is True
    assert bank.history(50, "oak") == [
        (50, "interest", 50, None),
        (50, "sent", 1000, "fir"),
        (0, "deposit", 1000, None),
    ]
    assert bank.balance(50, "fir") == 1000


@pytest.mark.tags("ordering", "schedule", "clock")
def test_terms_and_payments_take_turns_in_the_order_of_time() -> None:
    bank = bank_with(oak=1000, fir=0)
    bank.set_interest(0, 1000, 10)
    bank.schedule_payment(1, "late", "oak", "fir", 1000, 25)
    bank.schedule_payment(1, "early", "oak", "fir", 500, 5)
    bank.schedule_payment(1, "back", "fir", "oak", 525, 12)
    # At 25 oak has 1,199, which it would not have if any of this came in another order.
    assert bank.history(30, "oak") == [
        (30, "interest", 69, None),
        (25, "sent", 1000, "fir"),
        (20, "interest", 99, None),
        (12, "received", 525, "fir"),
        (10, "interest", 75, None),
        (5, "sent", 500, "fir"),
        (0, "deposit", 1000, None),
    ]
    assert bank.history(30, "fir", kind="interest") == [
        (30, "interest", 51, None),
        (20, "interest", 10, None),
        (10, "interest", 25, None),
    ]


@pytest.mark.tags("ordering", "clock")
def test_a_term_ends_before_every_kind_of_call() -> None:
    bank = bank_with(oak=1000, fir=1000)
    bank.set_interest(0, 1000, 10)
    assert bank.withdraw(10, "oak", 1100) is True
    assert bank.transfer(20, "fir", "oak", 1210) is True
    assert bank.balance(30, "oak") == 1331
    assert bank.history(40, "oak", limit=1) == [(40, "interest", 133, None)]
    assert bank.deposit(50, "fir", 100) is True
    bank.open_account(60, "elm")
    assert bank.ranking(70, 2) == [("fir", 1210), ("oak", 1100)]
    assert bank.schedule_payment(80, "p", "oak", "fir", 10**9, 90) is True
    assert bank.cancel_payment(90, "p") is False
    assert bank.set_interest(100, 0, 1000) is True
    times = [row[0] for row in bank.history(100, "oak", kind="interest")]
    assert times == [100, 90, 80, 70, 60, 50, 40, 30, 10]


@pytest.mark.tags("refusal", "clock")
def test_refused_calls_let_terms_end_and_payments_happen_too() -> None:
    bank = bank_with(oak=1000, fir=0)
    bank.set_interest(0, 1000, 10)
    bank.schedule_payment(0, "p", "oak", "fir", 1100, 10)
    assert bank.set_interest(10, -1, 5) is False
    assert bank.merge_accounts(20, "oak", "oak") is False
    assert bank.history(20, "fir") == [(20, "interest", 110, None), (10, "received", 1100, "oak")]


@pytest.mark.tags("scale", "clock")
def test_a_thousand_terms_may_end_in_one_call() -> None:
    bank = bank_with(oak=10**6, fir=3)
    bank.set_interest(0, 10, 10**9)
    balance = 10**6
    for _ in range(1000):
        balance += balance * 10 // 10_000
    assert bank.balance(10**12 - 1, "fir") == 3
    assert bank.balance(10**12, "oak") == balance
    assert bank.history(10**12, "oak", limit=1)[0][0] == 10**12


@pytest.mark.tags("scale", "clock")
def test_a_balance_may_be_held_for_very_long() -> None:
    bank = bank_with(oak=10**6)
    bank.set_interest(0, 2000, 10**12)
    bank.deposit(25 * 10**10, "oak", 10**6)
    bank.withdraw(75 * 10**10, "oak", 2 * 10**6)
    assert bank.balance(10**12 - 1, "oak") == 0
    assert bank.balance(10**12, "oak") == 250_000


@pytest.mark.tags("isolation", "money")
def test_each_bank_has_its_own_interest() -> None:
    one = bank_with(oak=1000)
    two = bank_with(oak=1000)
    one.set_interest(0, 1000, 10)
    assert two.balance(100, "oak") == 1000
    assert one.balance(10, "oak") == 1100


@pytest.mark.tags("basics")
def test_arguments_of_interest_and_merging_may_be_given_by_name() -> None:
    bank = bank_with(oak=1000, fir=0)
    assert bank.set_interest(timestamp=0, rate=1000, period=10) is True
    assert bank.merge_accounts(timestamp=5, name="oak", into="fir") is True
    assert bank.balance(10, "fir") == 1100


@pytest.mark.tags("merge", "money")
def test_merging_moves_the_balance_and_makes_the_account_absent() -> None:
    bank = bank_with(oak=70, fir=30, elm=5)
    assert bank.merge_accounts(2, "oak", "fir") is True
    assert bank.balance(2, "fir") == 100
    assert bank.balance(2, "elm") == 5
    assert bank.balance(2, "oak") is None
    assert bank.deposit(2, "oak", 1) is False
    assert bank.withdraw(2, "oak", 1) is False
    assert bank.transfer(2, "oak", "fir", 1) is False
    assert bank.transfer(2, "fir", "oak", 1) is False
    assert bank.schedule_payment(2, "p", "oak", "fir", 1, 9) is False
    assert bank.schedule_payment(2, "p", "fir", "oak", 1, 9) is False
    assert bank.history(2, "oak") == []
    assert bank.ranking(2) == [("elm", 0), ("fir", 0)]


@pytest.mark.tags("merge", "missing", "refusal")
def test_merging_absent_accounts_is_refused_and_changes_nothing() -> None:
    bank = bank_with(oak=70)
    assert bank.merge_accounts(2, "fir", "oak") is False
    assert bank.merge_accounts(2, "oak", "fir") is False
    assert bank.merge_accounts(2, "fir", "elm") is False
    assert bank.merge_accounts(2, "fir", "fir") is False
    assert bank.balance(2, "oak") == 70
    assert bank.history(2, "oak") == [(0, "deposit", 70, None)]
    bank.open_account(3, "fir")
    assert bank.merge_accounts(3, "oak", "fir") is True
    assert bank.merge_accounts(3, "oak", "fir") is False
    assert bank.balance(3, "fir") == 70


@pytest.mark.tags("merge", "refusal")
def test_merging_an_account_with_itself_is_refused_and_changes_nothing() -> None:
    bank = bank_with(oak=70, fir=0)
    bank.withdraw(1, "oak", 20)
    bank.schedule_payment(1, "p", "oak", "fir", 5, 9)
    assert bank.merge_accounts(2, "oak", "oak") is False
    assert bank.balance(2, "oak") == 50
    assert bank.ranking(2) == [("oak", 20), ("fir", 0)]
    assert bank.balance(9, "fir") == 5
    assert bank.history(9, "fir") == [(9, "received", 5, "oak")]


@pytest.mark.tags("merge", "ordering", "ties")
def test_ranking_after_a_merge_adds_up_the_outgoing_amounts() -> None:
    bank = bank_with(oak=100, fir=100, elm=100, ash=100)
    bank.withdraw(1, "elm", 50)
    bank.withdraw(1, "ash", 40)
    bank.withdraw(1, "oak", 30)
    bank.transfer(1, "fir", "oak", 20)
    assert bank.ranking(1) == [("elm", 50), ("ash", 40), ("oak", 30), ("fir", 20)]
    assert bank.merge_accounts(2, "fir", "oak") is True
    assert bank.ranking(2) == [("elm", 50), ("oak", 50), ("ash", 40)]
    assert bank.merge_accounts(3, "elm", "ash") is True
    assert bank.ranking(3, 1) == [("ash", 90)]


@pytest.mark.tags("merge", "money")
def test_a_merge_itself_is_neither_outgoing_nor_a_movement() -> None:
    bank = bank_with(oak=70, fir=0)
    assert bank.merge_accounts(2, "oak", "fir") is True
    assert bank.ranking(2) == [("fir", 0)]
    assert bank.history(2, "fir") == [(0, "deposit", 70, None)]


@pytest.mark.tags("merge", "history", "ordering", "ties")
def test_merged_history_is_in_the_order_in_which_all_happened() -> None:
    bank = bank_with(oak=0, fir=0)
    for number, name in enumerate(["oak", "fir", "fir", "oak", "fir", "oak"], start=1):
        bank.deposit(5, name, number)
    bank.deposit(6, "fir", 7)
    bank.deposit(7, "oak", 8)
    bank.deposit(7, "fir", 9)
    assert bank.merge_accounts(8, "oak", "fir") is True
    bank.deposit(8, "fir", 10)
    times = [8, 7, 7, 6, 5, 5, 5, 5, 5, 5]
    rows = [(time, "deposit", 10 - index, None) for index, time in enumerate(times)]
    assert bank.history(8, "fir") == rows
    assert bank.history(8, "fir", start=5, end=7, limit=2) == rows[3:5]


@pytest.mark.tags("merge", "history", "ordering", "ties")
def test_accounts_are_paid_interest_in_the_order_of_their_names() -> None:
    bank = Bank()
    for name, amount in [("b", 2000), ("B", 3000), ("a", 1000), ("ab", 4000)]:
        bank.open_account(0, name)
        bank.deposit(0, name, amount)
    bank.set_interest(0, 1000, 10)
    bank.set_interest(15, 0, 100)
    for name in ["B", "ab", "b"]:
        assert bank.merge_accounts(20, name, "a") is True
    assert bank.history(20, "a", kind="interest") == [
        (15, "interest", 110, None),
        (15, "interest", 220, None),
        (15, "interest", 55, None),
        (15, "interest", 165, None),
        (10, "interest", 200, None),
        (10, "interest", 400, None),
        (10, "interest", 100, None),
        (10, "interest", 300, None),
    ]


@pytest.mark.tags("merge", "history", "filter")
def test_counterparty_is_renamed_in_every_history() -> None:
    bank = bank_with(oak=100, fir=100, elm=100)
    bank.transfer(1, "elm", "oak", 5)
    bank.transfer(2, "oak", "elm", 6)
    bank.transfer(3, "fir", "elm", 7)
    assert bank.merge_accounts(4, "oak", "fir") is True
    rows = [(3, "received", 7, "fir"), (2, "received", 6, "fir"), (1, "sent", 5, "fir")]
    assert bank.history(5, "elm", start=1) == rows
    assert bank.history(5, "elm", counterparty="fir") == rows
    assert bank.history(5, "elm", counterparty="oak") == []
    assert bank.history(5, "fir", counterparty="elm") == [
        (3, "sent", 7, "elm"),
        (2, "sent", 6, "elm"),
        (1, "received", 5, "elm"),
    ]


@pytest.mark.tags("merge", "history", "filter")
def test_transfers_between_the_two_show_both_halves() -> None:
    bank = bank_with(oak=100, fir=100)
    bank.transfer(1, "oak", "fir", 10)
    bank.transfer(1, "fir", "oak", 20)
    assert bank.merge_accounts(2, "oak", "fir") is True
    rows = [
        (1, "received", 20, "fir"),
        (1, "sent", 20, "fir"),
        (1, "received", 10, "fir"),
        (1, "sent", 10, "fir"),
    ]
    assert bank.history(2, "fir", start=1) == rows
    assert bank.history(2, "fir", counterparty="fir") == rows
    assert bank.history(2, "fir", counterparty="oak") == []
    assert bank.ranking(2) == [("fir", 30)]
    assert bank.balance(2, "fir") == 200


@pytest.mark.tags("merge", "history")
def test_kinds_and_payment_names_are_not_account_names() -> None:
    bank = bank_with(sent=100, deposit=100, oak=0)
    bank.transfer(1, "sent", "deposit", 10)
    bank.schedule_payment(1, "sent", "deposit", "oak", 60, 9)
    bank.schedule_payment(1, "deposit", "sent", "oak", 60, 9)
    assert bank.merge_accounts(2, "sent", "oak") is True
    assert bank.merge_accounts(2, "deposit", "oak") is True
    assert bank.history(3, "oak") == [
        (1, "received", 10, "oak"),
        (1, "sent", 10, "oak"),
        (0, "deposit", 100, None),
        (0, "deposit", 100, None),
    ]
    assert bank.cancel_payment(4, "oak") is False
    assert bank.cancel_payment(4, "sent") is True
    assert bank.cancel_payment(4, "deposit") is True


@pytest.mark.tags("merge", "schedule")
def test_waiting_payments_are_taken_over_in_both_directions() -> None:
    bank = bank_with(oak=70, fir=30, elm=50)
    bank.schedule_payment(1, "p", "oak", "elm", 90, 9)
    bank.schedule_payment(1, "q", "elm", "oak", 50, 8)
    bank.schedule_payment(1, "r", "elm", "oak", 1, 9)
    assert bank.merge_accounts(2, "oak", "fir") is True
    assert bank.schedule_payment(2, "p", "fir", "elm", 1, 9) is False
    assert bank.cancel_payment(3, "r") is True
    assert bank.history(9, "elm") == [
        (9, "received", 90, "fir"),
        (8, "sent", 50, "fir"),
        (0, "deposit", 50, None),
    ]
    assert bank.balance(9, "fir") == 60
    assert bank.ranking(9) == [("fir", 90), ("elm", 50)]


@pytest.mark.tags("merge", "schedule", "ordering", "ties")
def test_payments_taken_over_keep_their_place_in_the_order() -> None:
    bank = bank_with(oak=0, fir=100, elm=0)
    bank.schedule_payment(1, "a", "fir", "elm", 1, 9)
    bank.schedule_payment(1, "b", "oak", "elm", 60, 9)
    bank.schedule_payment(1, "c", "fir", "elm", 50, 9)
    bank.schedule_payment(1, "d", "oak", "elm", 30, 9)
    assert bank.merge_accounts(2, "oak", "fir") is True
    amounts = [row[2] for row in bank.history(9, "elm")]
    assert amounts == [30, 60, 1]


@pytest.mark.tags("merge", "schedule", "money")
def test_payment_between_the_two_fails_when_it_falls_due() -> None:
    bank = bank_with(oak=70, fir=30, elm=0)
    bank.schedule_payment(1, "p", "oak", "fir", 10, 9)
    bank.schedule_payment(1, "q", "fir", "oak", 20, 9)
    bank.schedule_payment(1, "r", "fir", "oak", 30, 9)
    assert bank.merge_accounts(2, "oak", "fir") is True
    assert bank.schedule_payment(8, "p", "fir", "elm", 1, 10) is False
    assert bank.cancel_payment(8, "r") is True
    assert bank.history(9, "fir", start=1) == []
    assert bank.balance(9, "fir") == 100
    assert bank.ranking(9) == [("elm", 0), ("fir", 0)]
    assert bank.cancel_payment(9, "q") is False


@pytest.mark.tags("merge", "duplicate")
def test_the_name_can_be_opened_again_as_a_new_account() -> None:
    bank = bank_with(oak=100, fir=0, elm=100)
    bank.transfer(1, "oak", "elm", 10)
    bank.schedule_payment(1, "p", "oak", "elm", 20, 9)
    bank.schedule_payment(1, "q", "elm", "oak", 30, 10)
    assert bank.merge_accounts(2, "oak", "fir") is True
    bank.open_account(3, "oak")
    assert bank.balance(3, "oak") == 0
    assert bank.history(3, "oak") == []
    assert bank.ranking(3) == [("fir", 10), ("elm", 0), ("oak", 0)]
    bank.deposit(4, "oak", 50)
    bank.transfer(5, "oak", "elm", 5)
    assert bank.history(10, "oak") == [(5, "sent", 5, "elm"), (4, "deposit", 50, None)]
    assert bank.history(10, "elm", start=1) == [
        (10, "sent", 30, "fir"),
        (9, "received", 20, "fir"),
        (5, "received", 5, "oak"),
        (1, "received", 10, "fir"),
    ]
    assert bank.balance(10, "fir") == 100
    assert bank.balance(10, "oak") == 45


@pytest.mark.tags("merge", "history", "schedule")
def test_merged_accounts_can_be_merged_again() -> None:
    bank = bank_with(oak=10, fir=20, elm=30, ash=0)
    bank.transfer(1, "oak", "ash", 1)
    bank.transfer(1, "fir", "ash", 2)
    bank.schedule_payment(1, "p", "oak", "ash", 50, 9)
    assert bank.merge_accounts(2, "oak", "fir") is True
    assert bank.merge_accounts(3, "fir", "elm") is True
    bank.open_account(3, "oak")
    assert bank.merge_accounts(4, "elm", "oak") is True
    assert bank.balance(4, "oak") == 57
    assert bank.history(9, "ash") == [
        (9, "received", 50, "oak"),
        (1, "received", 2, "oak"),
        (1, "received", 1, "oak"),
    ]
    assert bank.ranking(9) == [("oak", 53), ("ash", 0)]
    amounts = [row[2] for row in bank.history(9, "oak", kind="deposit")]
    assert amounts == [30, 20, 10]


@pytest.mark.tags("merge", "schedule", "clock")
def test_what_is_due_by_then_happens_before_the_merge() -> None:
    bank = bank_with(oak=1000, fir=0, elm=0)
    bank.set_interest(0, 1000, 10)
    bank.schedule_payment(1, "p", "oak", "fir", 1100, 10)
    bank.schedule_payment(1, "q", "oak", "elm", 1, 10)
    assert bank.merge_accounts(10, "oak", "fir") is True
    assert bank.balance(10, "elm") == 0
    assert bank.ranking(10) == [("fir", 1100), ("elm", 0)]
    assert bank.history(10, "fir") == [
        (10, "received", 1100, "fir"),
        (10, "sent", 1100, "fir"),
        (10, "interest", 100, None),
        (0, "deposit", 1000, None),
    ]


@pytest.mark.tags("merge", "money", "clock")
def test_what_was_earned_so_far_is_added() -> None:
    bank = bank_with(oak=1000, fir=500)
    bank.set_interest(0, 1000, 10)
    bank.withdraw(4, "oak", 900)
    bank.deposit(5, "fir", 100)
    assert bank.merge_accounts(7, "oak", "fir") is True
    assert bank.balance(7, "fir") == 700
    assert bank.balance(9, "fir") == 700
    # oak: 4 x 1000 + 3 x 100; fir: 5 x 500 + 2 x 600; then both: 3 x 700
    assert bank.balance(10, "fir") == 700 + 101
    assert bank.history(10, "fir", kind="interest") == [(10, "interest", 101, None)]
    assert bank.balance(20, "fir") == 801 + 80


@pytest.mark.tags("merge", "money")
def test_merged_earnings_are_rounded_together() -> None:
    bank = bank_with(oak=99, fir=99, elm=2)
    bank.set_interest(0, 100, 10)
    assert bank.merge_accounts(9, "oak", "fir") is True
    assert bank.merge_accounts(9, "fir", "elm") is True
    assert bank.balance(10, "elm") == 202


@pytest.mark.tags("merge", "money", "duplicate")
def test_an_account_opened_again_has_earned_nothing() -> None:
    bank = bank_with(oak=1000, fir=0)
    bank.set_interest(0, 1000, 10)
    assert bank.merge_accounts(8, "oak", "fir") is True
    bank.open_account(8, "oak")
    bank.deposit(9, "oak", 1000)
    assert bank.balance(10, "oak") == 1010
    assert bank.balance(10, "fir") == 1100


@pytest.mark.tags("merge", "money")
def test_merging_before_interest_is_set_earns_nothing_for_the_past() -> None:
    bank = bank_with(oak=1000, fir=1000)
    assert bank.merge_accounts(50, "oak", "fir") is True
    bank.set_interest(60, 1000, 10)
    assert bank.balance(60, "fir") == 2000
    assert bank.balance(70, "fir") == 2200


@pytest.mark.tags("merge", "scale", "history")
def test_ninety_nine_accounts_become_one() -> None:
    bank = Bank()
    for number in range(100):
        bank.open_account(number, f"n{number:02}")
        bank.deposit(number, f"n{number:02}", number + 1)
    for number in range(99):
        assert bank.schedule_payment(100, f"p{number}", f"n{number:02}", "n99", 1, 200) is True
        assert bank.merge_accounts(100, f"n{number:02}", f"n{number + 1:02}") is True
    assert bank.balance(300, "n99") == 5050
    assert bank.ranking(300) == [("n99", 0)]
    rows = [(number, "deposit", number + 1, None) for number in reversed(range(100))]
    assert bank.history(300, "n99") == rows


class Model:
    """A bank that lives through every unit of time and keeps one list of rows.

    A row is [owner, timestamp, kind, amount, counterparty], the last one first; a plan is
    [payment, sender, receiver, amount, due].
    """

    def __init__(self) -> None:
        self.now = 0
        self.names: dict[str, int] = {}  # with what each earned in this term
        self.rows: list[list] = []
        self.plans: list[list] = []
        self.terms: tuple[int, int] | None = None
        self.left = 0

    def at(self, timestamp: int) -> "Model":
        while self.now < timestamp:
            for name in self.names:
                self.names[name] += self.balance(name) or 0
            self.now += 1
            self.left -= 1
            if self.terms is not None and self.left == 0:
                self.end_term()
            for plan in [plan for plan in self.plans if plan[4] == self.now]:
                self.plans.remove(plan)
                self.transfer(*plan[1:4])
        return self

    def end_term(self) -> None:
        rate, period = self.terms or (0, 1)
        for name in sorted(self.names):
            interest = self.names[name] * rate // (10_000 * period)
            if interest:
                self.row(name, "interest", interest)
            self.names[name] = 0
        self.left = period

    def set_interest(self, rate: int, period: int) -> bool:
        if rate < 0 or period < 1:
            return False
        self.end_term()
        self.terms = (rate, period)
        self.left = period
        return True

    def merge_accounts(self, name: str, into: str) -> bool:
        if name == into or not {name, into} <= set(self.names):
            return False
        self.names[into] += self.names.pop(name)
        for row in self.rows:
            row[0] = into if row[0] == name else row[0]
            row[4] = into if row[4] == name else row[4]
        for plan in self.plans:
            plan[1] = into if plan[1] == name else plan[1]
            plan[2] = into if plan[2] == name else plan[2]
        return True

    def open_account(self, name: str) -> None:
        self.names.setdefault(name, 0)

    def row(self, name: str, kind: str, amount: int, other: str | None = None) -> bool:
        self.rows.insert(0, [name, self.now, kind, amount, other])
        return True

    def deposit(self, name: str, amount: int) -> bool:
        return name in self.names and amount > 0 and self.row(name, "deposit", amount)

    def withdraw(self, name: str, amount: int) -> bool:
        is_covered = 0 < amount <= (self.balance(name) or 0)
        return is_covered and self.row(name, "withdrawal", amount)

    def transfer(self, sender: str, receiver: str, amount: int) -> bool:
        is_covered = 0 < amount <= (self.balance(sender) or 0)
        if sender == receiver or receiver not in self.names or not is_covered:
            return False
        self.row(sender, "sent", amount, receiver)
        return self.row(receiver, "received", amount, sender)

    def sum(self, name: str, *kinds: str) -> int:
        return sum(row[3] for row in self.rows if row[0] == name and row[2] in kinds)

    def balance(self, name: str) -> int | None:
        if name not in self.names:
            return None
        came = self.sum(name, "deposit", "received", "interest")
        return came - self.sum(name, "withdrawal", "sent")

    def ranking(self) -> list[tuple[str, int]]:
        pairs = [(name, self.sum(name, "withdrawal", "sent")) for name in sorted(self.names)]
        return sorted(pairs, key=lambda pair: pair[1], reverse=True)

    def history(
        self, name: str, kind: str | None, start: int | None, end: int | None, other: str | None
    ) -> list[tuple]:
        rows = [tuple(row[1:]) for row in self.rows if row[0] == name]
        rows = [row for row in rows if kind in (None, row[1]) and other in (None, row[3])]
        rows = [row for row in rows if start is None or row[0] >= start]
        return [row for row in rows if end is None or row[0] < end]

    def schedule_payment(
        self, payment: str, sender: str, receiver: str, amount: int, due: int
    ) -> bool:
        is_known = sender in self.names and receiver in self.names
        is_taken = any(plan[0] == payment for plan in self.plans)
        if not is_known or is_taken or sender == receiver or amount < 1 or due <= self.now:
            return False
        self.plans.append([payment, sender, receiver, amount, due])
        return True

    def cancel_payment(self, payment: str) -> bool:
        before = len(self.plans)
        self.plans = [plan for plan in self.plans if plan[0] != payment]
        return len(self.plans) < before


names = st.sampled_from(["oak", "fir", "elm"])
amounts = st.integers(-1, 900)
steps = st.integers(0, 3)
times = st.none() | st.integers(0, 40)
kinds = st.none() | st.sampled_from(["deposit", "withdrawal", "sent", "received", "interest"])
payments = st.sampled_from(["p", "q", "r"])
merges = st.tuples(steps, st.just("merge_accounts"), names, names)
terms = st.tuples(steps, st.just("set_interest"), st.integers(-1, 2000), st.integers(0, 7))
openings = st.tuples(steps, st.just("open_account"), names)
schedules = st.tuples(
    steps, st.just("schedule_payment"), payments, names, names, amounts, st.integers(-1, 8)
)
calls = st.one_of(
    merges,
    merges,
    terms,
    openings,
    schedules,
    schedules,
    st.tuples(steps, st.just("deposit"), names, amounts),
    st.tuples(steps, st.just("withdraw"), names, amounts),
    st.tuples(steps, st.just("transfer"), names, names, amounts),
    st.tuples(steps, st.just("balance"), names),
    st.tuples(steps, st.just("ranking")),
    st.tuples(steps, st.just("cancel_payment"), payments),
    st.tuples(steps, st.just("history"), names, kinds, times, times, st.none() | names),
)


@pytest.mark.tags("model", "merge", "schedule", "money")
@model_settings
@given(st.lists(calls, min_size=10, max_size=25), st.integers(0, 2000), st.integers(1, 9))
def test_random_calls_answer_like_the_model(history: list[tuple], rate: int, period: int) -> None:
    bank = Bank()
    model = Model()
    for name, amount in [("oak", 1000), ("fir", 777), ("elm", 500)]:
        assert bank.open_account(0, name) == model.open_account(name)
        assert bank.deposit(0, name, amount) == model.deposit(name, amount)
    assert bank.set_interest(0, rate, period) == model.set_interest(rate, period)
    now = 0
    for step, name, *arguments in history:
        now += step
        if name == "schedule_payment":
            arguments[-1] = max(0, now + arguments[-1])
        assert getattr(bank, name)(now, *arguments) == getattr(model.at(now), name)(*arguments)
    now += 8
    for name in ["oak", "fir", "elm"]:
        everything = model.at(now).history(name, None, None, None, None)
        assert bank.history(now, name) == everything
        assert bank.balance(now, name) == model.balance(name)
    assert bank.ranking(now) == model.ranking()


@pytest.mark.tags("model", "money", "clock")
@model_settings
@given(
    st.lists(st.tuples(st.integers(0, 30), names, st.integers(-400, 400)), max_size=10),
    st.lists(st.integers(0, 40), max_size=6),
    st.integers(1, 3000),
    st.integers(1, 12),
)
def test_interest_never_depends_on_how_often_one_looks(
    changes: list[tuple[int, str, int]], looks: list[int], rate: int, period: int
) -> None:
    banks = [bank_with(oak=1000, fir=777, elm=5), bank_with(oak=1000, fir=777, elm=5)]
    for bank in banks:
        bank.set_interest(0, rate, period)
    peeks = [(time, "", 0) for time in looks]
    for time, name, amount in sorted(changes + peeks):
        if not name:
            banks[0].balance(time, "oak")
        elif amount < 0:
            assert banks[0].withdraw(time, name, -amount) == banks[1].withdraw(time, name, -amount)
        else:
            assert banks[0].deposit(time, name, amount) == banks[1].deposit(time, name, amount)
    for name in ["oak", "fir", "elm"]:
        assert banks[0].history(40, name) == banks[1].history(40, name)
        assert banks[0].balance(40, name) == banks[1].balance(40, name)
