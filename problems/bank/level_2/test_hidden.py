"""Level 2, scored: transfers between accounts, and their ranking."""

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


@pytest.mark.tags("basics", "money")
def test_transfer_answers_true_and_changes_both_balances() -> None:
    bank = bank_with(oak=70, fir=30, elm=5)
    assert bank.transfer(2, "oak", "fir", 1) is True
    assert bank.transfer(2, "oak", "fir", 20) is True
    assert bank.balance(3, "oak") == 49
    assert bank.balance(3, "fir") == 51
    assert bank.balance(3, "elm") == 5


@pytest.mark.tags("boundary", "money")
def test_whole_balance_can_be_transferred() -> None:
    bank = bank_with(oak=70, fir=30)
    assert bank.transfer(2, "oak", "fir", 70) is True
    assert bank.balance(2, "oak") == 0
    assert bank.balance(2, "fir") == 100


@pytest.mark.tags("refusal", "boundary")
def test_transfer_of_more_than_the_balance_is_refused_and_changes_nothing() -> None:
    bank = bank_with(oak=70, fir=300)
    assert bank.transfer(2, "oak", "fir", 71) is False
    assert bank.balance(2, "oak") == 70
    assert bank.balance(2, "fir") == 300
    assert bank.ranking(2) == [("fir", 0), ("oak", 0)]


@pytest.mark.tags("missing", "refusal")
def test_transfer_from_an_absent_account_is_refused() -> None:
    bank = bank_with(fir=30)
    assert bank.transfer(2, "oak", "fir", 1) is False
    assert bank.balance(2, "fir") == 30
    assert bank.balance(2, "oak") is None


@pytest.mark.tags("missing", "refusal")
def test_transfer_to_an_absent_account_is_refused_and_loses_no_money() -> None:
    bank = bank_with(oak=70)
    assert bank.transfer(2, "oak", "fir", 20) is False
    assert bank.balance(2, "oak") == 70
    assert bank.balance(2, "fir") is None
    assert bank.ranking(2) == [("oak", 0)]


@pytest.mark.tags("missing", "refusal")
def test_transfer_between_absent_accounts_is_refused() -> None:
    bank = bank_with(elm=5)
    assert bank.transfer(2, "oak", "fir", 1) is False
    assert bank.transfer(2, "oak", "oak", 1) is False
    assert bank.ranking(2) == [("elm", 0)]


@pytest.mark.tags("refusal", "money")
def test_transfer_to_the_same_account_is_refused_and_does_not_count() -> None:
    bank = bank_with(oak=70)
    assert bank.transfer(2, "oak", "oak", 20) is False
    assert bank.transfer(2, "oak", "oak", 70) is False
    assert bank.balance(2, "oak") == 70
    assert bank.ranking(2) == [("oak", 0)]


@pytest.mark.tags("refusal", "boundary")
def test_transfer_of_zero_is_refused() -> None:
    bank = bank_with(oak=70, fir=0)
    assert bank.transfer(2, "oak", "fir", 0) is False
    assert bank.transfer(2, "fir", "oak", 0) is False
    assert bank.ranking(2) == [("fir", 0), ("oak", 0)]


@pytest.mark.tags("refusal")
def test_transfer_of_a_negative_amount_is_refused_and_moves_nothing_back() -> None:
    bank = bank_with(oak=70, fir=30)
    assert bank.transfer(2, "oak", "fir", -1) is False
    assert bank.transfer(2, "oak", "fir", -30) is False
    assert bank.balance(2, "oak") == 70
    assert bank.balance(2, "fir") == 30
    assert bank.ranking(2) == [("fir", 0), ("oak", 0)]


@pytest.mark.tags("ordering", "clock")
def test_received_money_can_be_sent_on_at_once() -> None:
    bank = bank_with(oak=70, fir=0, elm=0)
    assert bank.transfer(2, "fir", "elm", 70) is False
    assert bank.transfer(2, "oak", "fir", 70) is True
    assert bank.transfer(2, "fir", "elm", 70) is True
    assert bank.withdraw(2, "elm", 70) is True
    assert bank.ranking(2) == [("elm", 70), ("fir", 70), ("oak", 70)]


@pytest.mark.tags("empty")
def test_ranking_of_an_empty_bank_is_empty() -> None:
    bank = Bank()
    assert bank.ranking(1) == []
    assert bank.deposit(2, "oak", 70) is False
    assert bank.ranking(2) == []


@pytest.mark.tags("ordering")
def test_ranking_lists_every_account_by_amount() -> None:
    bank = bank_with(ash=900, oak=900, fir=900, elm=900)
    bank.transfer(2, "ash", "oak", 9)
    bank.transfer(3, "oak", "ash", 100)
    bank.transfer(4, "elm", "fir", 20)
    assert bank.ranking(5) == [("oak", 100), ("elm", 20), ("ash", 9), ("fir", 0)]


@pytest.mark.tags("ordering", "ties")
def test_equal_amounts_are_ranked_by_name() -> None:
    bank = bank_with(oak=50, ash=50, fir=50, elm=50, bay=50)
    for name in ["oak", "fir", "elm"]:
        bank.withdraw(2, name, 7)
    bank.withdraw(3, "bay", 8)
    assert bank.ranking(4) == [("bay", 8), ("elm", 7), ("fir", 7), ("oak", 7), ("ash", 0)]


@pytest.mark.tags("ordering", "ties")
def test_names_are_compared_as_python_compares_strings() -> None:
    bank = Bank()
    for name in ["b", "a", "B", "ab", "9", "10", "é", "Ab"]:
        bank.open_account(1, name)
    ranked = ["10", "9", "Ab", "B", "a", "ab", "b", "é"]
    assert bank.ranking(2) == [(name, 0) for name in ranked]


@pytest.mark.tags("money")
def test_withdrawals_and_transfers_add_up_to_the_outgoing_amount() -> None:
    bank = bank_with(oak=100, fir=100)
    bank.withdraw(2, "oak", 10)
    bank.transfer(3, "oak", "fir", 5)
    bank.withdraw(4, "oak", 1)
    bank.transfer(5, "oak", "fir", 20)
    assert bank.ranking(6) == [("oak", 36), ("fir", 0)]


@pytest.mark.tags("money")
def test_incoming_money_is_not_outgoing_and_takes_nothing_off() -> None:
    bank = bank_with(oak=100, fir=100)
    bank.withdraw(2, "fir", 30)
    bank.transfer(3, "oak", "fir", 20)
    bank.deposit(4, "fir", 1000)
    assert bank.ranking(5) == [("fir", 30), ("oak", 20)]


@pytest.mark.tags("refusal", "money")
def test_refused_withdrawals_do_not_count() -> None:
    bank = bank_with(oak=100, fir=100)
    bank.withdraw(2, "oak", 101)
    bank.withdraw(2, "oak", -5)
    bank.withdraw(2, "oak", 0)
    bank.withdraw(3, "fir", 1)
    assert bank.ranking(4) == [("fir", 1), ("oak", 0)]


@pytest.mark.tags("limit")
def test_limit_keeps_the_first_of_the_ordered_list() -> None:
    bank = bank_with(ash=50, oak=50, fir=50)
    bank.withdraw(2, "oak", 9)
    bank.withdraw(2, "fir", 8)
    assert bank.ranking(3, 1) == [("oak", 9)]
    assert bank.ranking(3, 2) == [("oak", 9), ("fir", 8)]
    assert bank.ranking(3, limit=2) == [("oak", 9), ("fir", 8)]


@pytest.mark.tags("limit", "boundary")
def test_limit_zero_none_and_too_large() -> None:
    bank = bank_with(ash=50, oak=50)
    both = [("ash", 0), ("oak", 0)]
    assert bank.ranking(3, 0) == []
    assert bank.ranking(3, 2) == both
    assert bank.ranking(3, 3) == both
    assert bank.ranking(3, 10**6) == both
    assert bank.ranking(3, None) == both


@pytest.mark.tags("basics")
def test_arguments_of_transfer_and_ranking_may_be_given_by_name() -> None:
    bank = bank_with(oak=70, fir=0)
    assert bank.transfer(timestamp=2, sender="oak", receiver="fir", amount=20) is True
    assert bank.balance(3, "fir") == 20
    assert bank.ranking(timestamp=3, limit=1) == [("oak", 20)]


@pytest.mark.tags("isolation", "money")
def test_each_bank_has_its_own_outgoing_amounts() -> None:
    one = bank_with(oak=70, fir=0)
    two = bank_with(oak=70, fir=0)
    one.transfer(2, "oak", "fir", 20)
    assert two.ranking(2) == [("fir", 0), ("oak", 0)]
    assert one.ranking(2) == [("oak", 20), ("fir", 0)]


@pytest.mark.tags("ordering", "scale")
def test_a_hundred_accounts_are_ranked() -> None:
    bank = Bank()
    for number in range(100):
        bank.open_account(1, f"n{number:02}")
        bank.deposit(1, f"n{number:02}", 1000)
    for number in range(100):
        bank.transfer(2, f"n{number:02}", f"n{99 - number:02}", number % 10 + 1)
    ranked = sorted(range(100), key=lambda number: (-(number % 10), number))
    assert bank.ranking(3) == [(f"n{number:02}", number % 10 + 1) for number in ranked]


class Model:
    """Every amount that moved, with where it came from and where it went."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.moves: list[tuple[str, str, int]] = []

    def open_account(self, timestamp: int, name: str) -> None:
        self.names += [name] * (name not in self.names)

    def deposit(self, timestamp: int, name: str, amount: int) -> bool:
        return self.move("(in)", name, amount, name in self.names)

    def withdraw(self, timestamp: int, name: str, amount: int) -> bool:
        return self.move(name, "(out)", amount, amount <= (self.balance(timestamp, name) or 0))

    def transfer(self, timestamp: int, sender: str, receiver: str, amount: int) -> bool:
        is_covered = amount <= (self.balance(timestamp, sender) or 0)
        is_known = receiver in self.names and receiver != sender
        return self.move(sender, receiver, amount, is_covered and is_known)

    def move(self, source: str, target: str, amount: int, is_good: bool) -> bool:
        is_good = is_good and amount > 0
        self.moves += [(source, target, amount)] * is_good
        return is_good

    def balance(self, timestamp: int, name: str) -> int | None:
        if name not in self.names:
            return None
        received = sum(amount for _, target, amount in self.moves if target == name)
        return received - self.outgoing(name)

    def outgoing(self, name: str) -> int:
        return sum(amount for source, _, amount in self.moves if source == name)

    def ranking(self, timestamp: int, limit: int | None = None) -> list[tuple[str, int]]:
        pairs = [(name, self.outgoing(name)) for name in sorted(self.names)]
        pairs.sort(key=lambda pair: pair[1], reverse=True)
        return pairs if limit is None else pairs[:limit]


names = st.sampled_from(["oak", "fir", "elm"])
amounts = st.integers(-1, 12)
steps = st.integers(0, 3)
openings = st.tuples(steps, st.just("open_account"), names)
deposits = st.tuples(steps, st.just("deposit"), names, amounts)
transfers = st.tuples(steps, st.just("transfer"), names, names, amounts)
calls = st.one_of(
    openings,
    deposits,
    deposits,
    transfers,
    transfers,
    st.tuples(steps, st.just("withdraw"), names, amounts),
    st.tuples(steps, st.just("balance"), names),
    st.tuples(steps, st.just("ranking"), st.none() | st.integers(0, 4)),
)


@pytest.mark.tags("model", "ordering", "money")
@model_settings
@given(st.lists(calls, min_size=10, max_size=30), st.lists(names, unique=True, max_size=3))
def test_random_calls_answer_like_the_model(history: list[tuple], opened: list[str]) -> None:
    bank = Bank()
    model = Model()
    now = 0
    for step, name, *arguments in [(0, "open_account", name) for name in opened] + history:
        now += step
        assert getattr(bank, name)(now, *arguments) == getattr(model, name)(now, *arguments)
    for name in ["oak", "fir", "elm"]:
        assert bank.balance(now, name) == model.balance(now, name)
    assert bank.ranking(now) == model.ranking(now)


@pytest.mark.tags("model", "money")
@model_settings
@given(st.lists(st.tuples(names, names, st.integers(-5, 80)), min_size=3, max_size=20))
def test_transfers_neither_make_nor_lose_money(transfers: list[tuple[str, str, int]]) -> None:
    bank = bank_with(oak=50, fir=40, elm=0)
    balances = {"oak": 50, "fir": 40, "elm": 0}
    outgoing = {"oak": 0, "fir": 0, "elm": 0}
    for sender, receiver, amount in transfers:
        is_good = sender != receiver and 0 < amount <= balances[sender]
        assert bank.transfer(2, sender, receiver, amount) is is_good
        if is_good:
            balances[sender] -= amount
            outgoing[sender] += amount
            balances[receiver] += amount
    assert {name: bank.balance(3, name) for name in balances} == balances
    assert dict(bank.ranking(3)) == outgoing
