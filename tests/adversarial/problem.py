"""The one problem that every hostile submission is graded on: a ledger with small limits.

The folder is written anew for each grader, so that the secret of its hidden test differs from run
to run and stands nowhere in the repository.
"""

import random
from pathlib import Path

from harness.catalog import Problem, load_problem

MANIFEST = """
format = 1
uuid = "0b1c7a52-93f4-4c57-8d0b-2f6a1f4e7d31"
version = "1.0.0"
name = "Ledger"
class = "Ledger"
summary = "Book amounts to accounts, under attack."
minutes = 10

[limits]
cpu_seconds = 0.5
wall_seconds = 2.0
idle_seconds = 0.5
import_seconds = 1.0
memory_mb = 128
output_kb = 64

[[levels]]
name = "Only"
points = 100
pace = 10
"""

SAMPLE = """
from solution import Ledger


def test_first():
    assert Ledger().add(1, 2) == 3
"""

HIDDEN = """
import unittest

import pytest
from hypothesis import given, settings, strategies as st
from solution import Ledger


@pytest.fixture
def ledger():
    made = Ledger()
    made.deposit("ann", 5)
    made.deposit("bob", 15)
    return made


def test_balances(ledger):
    assert ledger.balances() == {"ann": 5, "bob": 15}


def test_history(ledger):
    ledger.deposit("ann", 1)
    assert ledger.history() == [("ann", 5), ("bob", 15), ("ann", 1)]


def test_count(ledger):
    first, second = ledger.count(), ledger.count()
    assert (type(first), first, second) == (int, 1, 2)


def test_share(ledger):
    assert ledger.share("ann") == pytest.approx(0.25)


def test_walk(ledger):
    assert list(ledger.walk()) == ["ann", "bob"]


def test_unknown_account(ledger):
    with pytest.raises(KeyError):
        ledger.share("zoe")


def test_refused_amount(ledger):
    with pytest.raises(ValueError, match="amount"):
        ledger.deposit("ann", 0)
    assert ledger.balances() == {"ann": 5, "bob": 15}


def test_each(ledger):
    seen = []

    def note(name, amount):
        seen.append((name, amount))
        return amount

    assert ledger.each(note) == 20
    assert seen == [("ann", 5), ("bob", 15)]


def test_long_argument():
    # More than the channel holds at once, in few values: it is the bytes that are long to send.
    assert Ledger().total([10**4000] * 160) == 160 * 10**4000


def test_secret():
    assert Ledger().scramble(INPUT) == EXPECTED


@settings(max_examples=12)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 9)), max_size=6))
def test_property(entries):
    ledger, model = Ledger(), {}
    for name, amount in entries:
        model[name] = model.get(name, 0) + amount
        assert ledger.deposit(name, amount) == model[name]
    assert ledger.balances() == model


class TestInUnittestStyle(unittest.TestCase):
    def test_names(self):
        ledger = Ledger()
        ledger.deposit("ann", 5)
        self.assertEqual(ledger.names(), {"ann"})
"""

RIGHT = '''
class Ledger:
    """Right in every respect."""

    def __init__(self):
        self._entries = []
        self._asked = 0

    def add(self, a, b):
        return a + b

    def deposit(self, name, amount):
        if amount <= 0:
            raise ValueError("the amount must be positive")
        self._entries.append((name, amount))
        return self.balances()[name]

    def balances(self):
        held = {}
        for name, amount in self._entries:
            held[name] = held.get(name, 0) + amount
        return held

    def history(self):
        return list(self._entries)

    def count(self):
        self._asked += 1
        return self._asked

    def share(self, name):
        held = self.balances()
        return held[name] / sum(held.values())

    def walk(self):
        yield from sorted(self.balances())

    def names(self):
        return set(self.balances())

    def each(self, function):
        return sum(function(name, amount) for name, amount in self.balances().items())

    def total(self, numbers):
        return sum(numbers)

    def scramble(self, number):
        return (number * 2654435761 + 12345) % 2**32
'''
"""Submissions may write ``{{RIGHT}}`` on a line of its own for this text."""


def write_problem(top: Path) -> Problem:
    """Write the problem under ``top`` with a secret of its own, and load it."""
    number = random.SystemRandom().getrandbits(40)
    secret = f"INPUT = {number}\nEXPECTED = {(number * 2654435761 + 12345) % 2**32}\n"
    folder = top / "problems" / "ledger"
    level = folder / "level_1"
    accepted = folder / "submissions" / "accepted"
    level.mkdir(parents=True)
    accepted.mkdir(parents=True)
    (top / "solutions_template").mkdir()
    (top / "solutions_template" / "ledger.py").write_text("")
    (folder / "problem.toml").write_text(MANIFEST)
    (level / "statement.md").write_text("# Ledger\n")
    (level / "test_sample.py").write_text(SAMPLE)
    (level / "test_hidden.py").write_text(f"{HIDDEN}\n\n{secret}")
    (accepted / "level_1.py").write_text(RIGHT)
    return load_problem(folder)
