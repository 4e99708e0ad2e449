"""Batches of checks: whoever helps, each check is run once and the answers keep their order."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest

from harness.authoring.proving.batch import Batch, Company

_SECONDS = 30


def test_answers_keep_the_order_of_the_checks() -> None:
    def check(number: int) -> Iterator[int]:
        yield from range(number)

    told: list[tuple[int, int]] = []
    batch = Batch([partial(check, n) for n in (2, 0, 3)], lambda *done: told.append(done))
    batch.work()
    assert batch.answers() == [0, 1, 0, 1, 2]
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_thread_that_helps_takes_what_no_other_has_taken() -> None:
    helped = threading.Event()
    run_by: list[str] = []

    def check() -> list[int]:
        run_by.append(threading.current_thread().name)
        if run_by[-1] == "helper":
            helped.set()
        else:
            assert helped.wait(_SECONDS)
        return [1]

    company = Company()
    batch = Batch([check] * 20, None)
    with company.joined_by(batch):
        helper = threading.Thread(target=company.help, name="helper")
        helper.start()
        batch.work()
        answers = batch.answers()
    helper.join(_SECONDS)
    assert answers == [1] * 20
    assert len(run_by) == 20
    assert "helper" in run_by
    assert not company.help()


def test_a_few_checks_are_not_worth_a_further_thread() -> None:
    company = Company()
    batch = Batch([lambda: [1]] * 3, None)
    with company.joined_by(batch):
        assert not company.help()
    batch.work()
    assert batch.answers() == [1, 1, 1]


@pytest.mark.parametrize("by_progress", [True, False], ids=["progress", "check"])
def test_what_is_raised_ends_the_batch_and_reaches_who_waits(by_progress: bool) -> None:
    run: list[int] = []

    def check() -> list[int]:
        run.append(1)
        if not by_progress and len(run) == 2:
            raise KeyError("lost")
        return [1]

    def progress(done: int, total: int) -> None:
        if by_progress and done == 2:
            raise KeyError("lost")

    batch = Batch([check] * 20, progress)
    batch.work()
    with pytest.raises(KeyError, match="lost"):
        batch.answers()
    assert len(run) == 2
    assert not batch.waiting
