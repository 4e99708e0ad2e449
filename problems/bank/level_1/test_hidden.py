"""Level 1, scored: opening accounts, putting money in and taking it out."""

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


@pytest.mark.tags("basics")
def test_new_account_has_a_balance_of_zero() -> None:
    bank = Bank()
    assert bank.open_account(5, "oak") is None
    assert bank.balance(5, "oak") == 0


@pytest.mark.tags("duplicate")
def test_opening_again_changes_nothing() -> None:
    bank = Bank()
    bank.open_account(1, "oak")
    assert bank.open_account(1, "oak") is None
    bank.deposit(2, "oak", 70)
    assert bank.open_account(3, "oak") is None
    assert bank.balance(4, "oak") == 70
    assert bank.withdraw(5, "oak", 30) is True
    assert bank.open_account(6, "oak") is None
    assert bank.balance(6, "oak") == 40


@pytest.mark.tags("basics", "money")
def test_deposit_answers_true_and_adds_to_the_balance() -> None:
    bank = Bank()
    bank.open_account(1, "oak")
    assert bank.deposit(2, "oak", 70) is True
    assert bank.balance(2, "oak") == 70
    assert bank.deposit(3, "oak", 1) is True
    assert bank.balance(4, "oak") == 71


@pytest.mark.tags("missing", "refusal")
def test_deposit_to_an_absent_account_is_refused_and_opens_none() -> None:
    bank = Bank()
    assert bank.deposit(1, "oak", 70) is False
    assert bank.balance(1, "oak") is None
    bank.open_account(2, "oak")
    assert bank.balance(2, "oak") == 0


@pytest.mark.tags("refusal", "boundary")
def test_deposit_of_zero_is_refused() -> None:
    bank = Bank()
    bank.open_account(1, "oak")
    assert bank.deposit(2, "oak", 0) is False
    bank.deposit(3, "oak", 70)
    assert bank.deposit(4, "oak", 0) is False
    assert bank.balance(4, "oak") == 70


@pytest.mark.tags("refusal")
def test_deposit_of_a_negative_amount_is_refused_and_changes_nothing() -> None:
    bank = Bank()
    bank.open_account(1, "oak")
    bank.deposit(2, "oak", 70)
    assert bank.deposit(3, "oak", -1) is False
    assert bank.deposit(3, "oak", -70) is False
    assert bank.deposit(3, "oak", -(10**12)) is False
    assert bank.balance(4, "oak") == 70


@pytest.mark.tags("basics", "money")
def test_withdraw_answers_true_and_takes_from_the_balance() -> None:
    bank = Bank()
    bank.open_account(1, "oak")
    bank.deposit(2, "oak", 70)
    assert bank.withdraw(3, "oak", 1) is True
    assert bank.balance(3, "oak") == 69
    assert bank.withdraw(3, "oak", 29) is True
    assert bank.balance(4, "oak") == 40


@pytest.mark.tags("boundary", "money")
def test_whole_balance_can_be_withdrawn_and_the_account_stays() -> None:
    bank = Bank()
    bank.open_account(1, "oak")
    bank.deposit(2, "oak", 70)
    assert bank.withdraw(3, "oak", 70) is True
    assert bank.balance(3, "oak") == 0
    assert bank.deposit(5, "oak", 5) is True
    assert bank.balance(5, "oak") == 5


@pytest.mark.tags("refusal", "boundary")
def test_withdraw_of_more_than_the_balance_is_refused_and_changes_nothing() -> None:
    bank = Bank()
    bank.open_account(1, "oak")
    assert bank.withdraw(1, "oak", 1) is False
    assert bank.balance(1, "oak") == 0
    bank.deposit(2, "oak", 70)
    assert bank.withdraw(3, "oak", 71) is False
    assert bank.withdraw(3, "oak", 10**12) is False
    assert bank.balance(3, "oak") == 70


@pytest.mark.tags("refusal", "boundary")
def test_withdraw_of_zero_is_refused() -> None:
    bank = Bank()
    bank.open_account(1, "oak")
    assert bank.withdraw(2, "oak", 0) is False
    bank.deposit(3, "oak", 70)
    assert bank.withdraw(4, "oak", 0) is False
    assert bank.balance(4, "oak") == 70


@pytest.mark.tags("refusal")
def test_withdraw_of_a_negative_amount_is_refused_and_changes_nothing() -> None:
    bank = Bank()
    bank.open_account(1, "oak")
    bank.deposit(2, "oak", 70)
    assert bank.withdraw(3, "oak", -1) is False
    assert bank.withdraw(3, "oak", -70) is False
    assert bank.balance(3, "oak") == 70


@pytest.mark.tags("missing", "refusal")
def test_withdraw_from_an_absent_account_is_refused() -> None:
    bank = Bank()
    assert bank.withdraw(1, "oak", 1) is False
    bank.open_account(2, "fir")
    bank.deposit(2, "fir", 70)
    assert bank.withdraw(3, "oak", 1) is False
    assert bank.balance(3, "fir") == 70
    assert bank.balance(3, "oak") is None


@pytest.mark.tags("missing")
def test_balance_of_an_absent_account_is_none() -> None:
    bank = Bank()
    assert bank.balance(0, "oak") is None
    bank.open_account(1, "fir")
    assert bank.balance(1, "oak") is None
    assert bank.balance(1, "fir") == 0


@pytest.mark.tags("isolation")
def test_accounts_do_not_touch_each_other() -> None:
    bank = Bank()
    bank.open_account(1, "oak")
    bank.open_account(1, "fir")
    bank.deposit(2, "oak", 70)
    bank.deposit(2, "fir", 30)
    assert bank.withdraw(3, "fir", 31) is False
    assert bank.withdraw(3, "oak", 31) is True
    assert bank.balance(4, "oak") == 39
    assert bank.balance(4, "fir") == 30


@pytest.mark.tags("isolation")
def test_names_are_exact() -> None:
    bank = Bank()
    names = ["Oak", "oak", "oak ", " oak", "oak.", "o ak", "ÖAK", "o" * 39, "o" * 40]
    for number, name in enumerate(names, start=1):
        assert bank.balance(1, name) is None
        bank.open_account(1, name)
        assert bank.deposit(1, name, number) is True
    assert [bank.balance(2, name) for name in names] == [1, 2, 3, 4, 5, 6, 7, 8, 9]


@pytest.mark.tags("isolation")
def test_two_banks_share_nothing() -> None:
    one = Bank()
    two = Bank()
    one.open_account(1, "oak")
    one.deposit(1, "oak", 70)
    assert two.balance(1, "oak") is None
    two.open_account(1, "oak")
    assert two.balance(1, "oak") == 0
    two.deposit(2, "oak", 5)
    assert one.balance(2, "oak") == 70


@pytest.mark.tags("clock", "ordering")
def test_calls_at_one_timestamp_happen_in_the_order_made() -> None:
    bank = Bank()
    assert bank.balance(0, "oak") is None
    bank.open_account(0, "oak")
    assert bank.withdraw(0, "oak", 70) is False
    assert bank.deposit(0, "oak", 70) is True
    assert bank.withdraw(0, "oak", 70) is True
    assert bank.withdraw(0, "oak", 70) is False
    assert bank.balance(0, "oak") == 0


@pytest.mark.tags("clock", "scale")
def test_time_may_jump_far_and_sums_stay_exact() -> None:
    bank = Bank()
    bank.open_account(10**6, "oak")
    for _ in range(20):
        assert bank.deposit(10**12, "oak", 10**12) is True
    assert bank.deposit(10**12, "oak", 10**12 - 1) is True
    assert bank.balance(10**12, "oak") == 21 * 10**12 - 1
    assert bank.withdraw(10**12, "oak", 1) is True
    assert bank.balance(10**12, "oak") == 21 * 10**12 - 2


@pytest.mark.tags("basics")
def test_arguments_may_be_given_by_name() -> None:
    bank = Bank()
    bank.open_account(timestamp=1, name="oak")
    assert bank.deposit(timestamp=2, name="oak", amount=70) is True
    assert bank.withdraw(amount=20, name="oak", timestamp=3) is True
    assert bank.balance(timestamp=4, name="oak") == 50


@pytest.mark.tags("basics", "isolation")
def test_a_hundred_accounts_are_kept_apart() -> None:
    bank = Bank()
    for number in range(100):
        bank.open_account(number, f"n{number}")
    for number in range(100):
        assert bank.deposit(100, f"n{number}", number + 1) is True
    assert [bank.balance(101, f"n{number}") for number in range(100)] == list(range(1, 101))


class Model:
    """Every amount that came in or went out, in one list."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.amounts: list[tuple[str, int]] = []

    def open_account(self, timestamp: int, name: str) -> None:
        self.names += [name] * (name not in self.names)

    def deposit(self, timestamp: int, name: str, amount: int) -> bool:
        is_good = name in self.names and amount >= 1
        self.amounts += [(name, amount)] * is_good
        return is_good

    def withdraw(self, timestamp: int, name: str, amount: int) -> bool:
        is_good = name in self.names and amount >= 1 and self.sum(name) >= amount
        self.amounts += [(name, -amount)] * is_good
        return is_good

    def balance(self, timestamp: int, name: str) -> int | None:
        return self.sum(name) if name in self.names else None

    def sum(self, name: str) -> int:
        return sum(amount for owner, amount in self.amounts if owner == name)


names = st.sampled_from(["oak", "fir", "elm"])
amounts = st.integers(-2, 12)
steps = st.integers(0, 3)
calls = st.one_of(
    st.tuples(steps, st.just("open_account"), names),
    st.tuples(steps, st.just("deposit"), names, amounts),
    st.tuples(steps, st.just("withdraw"), names, amounts),
    st.tuples(steps, st.just("balance"), names),
)


@pytest.mark.tags("model")
@model_settings
@given(st.lists(calls, min_size=10, max_size=30))
def test_random_calls_answer_like_the_model(history: list[tuple]) -> None:
    bank = Bank()
    model = Model()
    now = 0
    for step, name, *arguments in history:
        now += step
        assert getattr(bank, name)(now, *arguments) == getattr(model, name)(now, *arguments)
    for name in ["oak", "fir", "elm"]:
        assert bank.balance(now, name) == model.balance(now, name)


@pytest.mark.tags("model", "money", "boundary")
@model_settings
@given(st.integers(1, 5 * 10**11), st.integers(1, 5 * 10**11))
def test_withdraw_is_refused_exactly_above_the_balance(balance: int, amount: int) -> None:
    bank = Bank()
    bank.open_account(0, "oak")
    bank.deposit(0, "oak", balance)
    assert bank.withdraw(1, "oak", balance + amount) is False
    left = balance - min(amount, balance)
    assert bank.withdraw(1, "oak", min(amount, balance)) is True
    assert bank.balance(1, "oak") == left
    assert bank.withdraw(1, "oak", left + 1) is False
