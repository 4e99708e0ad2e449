"""The examples of a property, drawn once for all submissions.

While a property holds, Hypothesis tries it on examples that follow from the seed alone. Drawing
them costs more than judging by them, so a warm evaluator draws them once and every submission meets
just these. Only a failure goes the whole way through Hypothesis, which finds it again and shrinks
it.
"""

import contextlib
import marshal
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

DEFAULT_SEED = 0
"""The seed whose examples are kept; any other is for proofs and draws its own."""


@dataclass(frozen=True)
class Inputs:
    """Where the properties of one grading take their examples from."""

    seed: int
    drawn: Mapping[str, list[bytes]] = field(default_factory=dict)
    """By test id, the arguments of every example, where they are known already."""

    def replay(self, item: pytest.Function) -> Callable[[], None] | None:
        """Return what runs the item's test function on every example, if they are known."""
        examples = self.drawn.get(item.nodeid)
        if examples is None:
            return None
        handle = item.obj.hypothesis

        def run_every_example() -> None:
            for example in examples:
                handle.inner_test(**marshal.loads(example))  # noqa: S302 - our own bytes

        return run_every_example


def draw_examples(
    items: Iterable[pytest.Item],
    known: Mapping[str, list[bytes]],
    seed: int = DEFAULT_SEED,
) -> dict[str, list[bytes]]:
    """Let Hypothesis run every property of these tests on nothing, and keep what it tried.

    Properties that take more than plain values, or fixtures, are left out; those whose examples are
    known already are not drawn again.
    """
    drawn: dict[str, list[bytes]] = {}
    for item in items:
        function = getattr(item, "obj", None)
        if item.nodeid in known:
            drawn[item.nodeid] = known[item.nodeid]
        elif is_property(function) and not getattr(item, "fixturenames", ()):
            # Whatever goes wrong goes wrong again, and is told, where the test itself is run.
            with contextlib.suppress(Exception):
                drawn[item.nodeid] = _drawn(function, seed)
    return drawn


def is_property(function: Any) -> bool:
    """Whether Hypothesis draws this test function's arguments."""
    return hasattr(function, "hypothesis")


def _drawn(function: Any, seed: int) -> list[bytes]:
    """One entry an example; a copy as bytes, for a test may change what it is given.

    Raises:
        ValueError: an argument is more than plain values.
    """
    import hypothesis

    examples: list[bytes] = []

    def keep(**arguments: Any) -> None:
        examples.append(marshal.dumps(arguments))

    handle = function.hypothesis
    test, handle.inner_test = handle.inner_test, keep
    try:
        hypothesis.seed(seed)(function)()
    finally:
        handle.inner_test = test
    return examples
