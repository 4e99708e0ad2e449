"""Has any test changed what the next one meets?"""

import random
import types
from collections.abc import Iterable
from itertools import chain
from typing import Any

from harness.authoring.dry.holdings import holdings_of
from harness.authoring.dry.solution import DryModule

_NEVER_AT_REST = frozenset(
    "asyncio concurrent datetime io multiprocessing os pathlib posix secrets socket subprocess"
    " tempfile threading time uuid".split()
)
"""Whoever has something of these asks the clock, chance or the system, which nobody can note."""


class Rest:
    """All that tests and program hold before the first test runs."""

    def __init__(self, modules: Iterable[types.ModuleType], program: DryModule) -> None:
        """Take note of it.

        Args:
            modules: test modules, and what else of the problem's own they share.
            program: what they test, executed.
        """
        modules = list(modules)
        held = chain.from_iterable(vars(each).values() for each in [*modules, *program.programs()])
        self._knowable = not any(map(_is_of_the_world, held))
        self._program = program
        self._holdings = [holdings_of(module) for module in modules]
        self._random = random.getstate()

    def undisturbed(self) -> bool:
        """Whether it is as it was, for all that can be seen."""
        return (
            self._knowable
            and all(each is not None and each.unchanged() for each in self._holdings)
            and self._program.undisturbed()
            and random.getstate() == self._random
        )


def _is_of_the_world(value: Any) -> bool:
    if isinstance(value, types.ModuleType):
        return value.__name__.partition(".")[0] in _NEVER_AT_REST
    home = getattr(value, "__module__", None)
    return isinstance(home, str) and home.partition(".")[0] in _NEVER_AT_REST
