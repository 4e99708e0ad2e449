"""What a submission returns is compared on the trusted side, on plain values of exact types."""

from collections.abc import Callable

import pytest

from harness.grading import TestResult
from harness.verdict import Verdict

TESTS = """
    import datetime
    from decimal import Decimal
    import pytest
    from solution import Thing

    VALUES = [None, True, 5, 10**40, 1.5, "text", b"bytes", [1, [2]], (1, 2), {1, 2},
              frozenset({3}), {(1, 2): "x", None: 3}, Decimal("1.50"),
              datetime.datetime(2026, 1, 2, 3, 4), datetime.timedelta(seconds=5)]

    @pytest.mark.parametrize("number", range(len(VALUES)))
    def test_value(number):
        came = Thing().value(number)
        assert came == VALUES[number] and type(came) is type(VALUES[number])
"""
HONEST = """
    import datetime
    from decimal import Decimal
    class Thing:
        def value(self, number):
            return [None, True, 5, 10**40, 1.5, "text", b"bytes", [1, [2]], (1, 2), {1, 2},
              frozenset({3}), {(1, 2): "x", None: 3}, Decimal("1.50"),
              datetime.datetime(2026, 1, 2, 3, 4), datetime.timedelta(seconds=5)][number]
"""
ALWAYS_EQUAL = """
    class Same:
        def __eq__(self, other): return True
        def __ne__(self, other): return False
        __hash__ = None
    class Thing:
        def value(self, number): return Same()
"""

Ask = Callable[[str, str], dict[str, TestResult]]


def test_honest_values_are_accepted(ask: Ask) -> None:
    assert {test.verdict for test in ask(HONEST, TESTS).values()} == {Verdict.ACCEPTED}


def test_an_object_that_equals_everything_is_a_wrong_answer(ask: Ask) -> None:
    results = ask(ALWAYS_EQUAL, TESTS)
    assert {test.verdict for test in results.values()} == {Verdict.WRONG_ANSWER}
    message = results["test_value[2]"].message
    assert "thing.value(2) returned" in message
    assert "expected 5" in message


@pytest.mark.parametrize(
    ("kind", "wrong", "right"),
    [
        ("int", "7", "6"),
        ("list", "[1, 2]", "[1, 3]"),
        ("dict", "{'a': 1}", "{'a': 2}"),
        ("str", "'a'", "'b'"),
    ],
)
def test_a_lying_subclass_counts_as_what_it_holds(
    ask: Ask, kind: str, wrong: str, right: str
) -> None:
    source = f"""
        class Liar({kind}):
            def __eq__(self, other): return True
            def __iter__(self): return iter({right})
            def items(self): return ({right}).items()
            __hash__ = None
        class Thing:
            def wrong(self): return Liar({wrong})
            def right(self): return Liar({right})
    """
    tests = f"""
        from solution import Thing
        def test_wrong(): assert Thing().wrong() == {right}
        def test_right(): assert Thing().right() == {right}
    """
    results = ask(source, tests)
    assert results["test_wrong"].verdict is Verdict.WRONG_ANSWER
    assert results["test_right"].verdict is Verdict.ACCEPTED


def test_a_value_changed_after_it_was_returned_is_judged_as_it_was(ask: Ask) -> None:
    source = """
        class Thing:
            def __init__(self): self.held = []
            def add(self, item): self.held.append(item); return self.held
    """
    tests = """
        from solution import Thing
        def test_snapshot():
            thing = Thing()
            first = thing.add(1)
            thing.add(2)
            assert first == [1]
    """
    assert ask(source, tests)["test_snapshot"].accepted
