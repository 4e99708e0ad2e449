"""The functions of a test that its submission may call, by the numbers it knows them by."""

from collections.abc import Callable, Iterator
from typing import Any


class Callbacks:
    """What was handed to one worker; kept alive between tests by its stand-ins alone.

    A function may itself hold stand-ins. So whoever keeps this table keeps them, and the worker:
    nobody may between two tests but an object that a fixture shares.

    Args:
        numbers: where new numbers come from. None may ever come twice: a submission may have kept
            one from an earlier test.
    """

    def __init__(self, numbers: Iterator[int]) -> None:
        self._numbers = numbers
        self._held: dict[int, Callable[..., Any]] = {}

    def number_of(self, function: Callable[..., Any]) -> int:
        """Return the function's number, a new one if it was not handed over before."""
        for number, known in self._held.items():
            if known is function or known == function:  # a bound method is a new object every time
                return number
        number = next(self._numbers)
        self._held[number] = function
        return number

    def __len__(self) -> int:
        return len(self._held)

    def __getitem__(self, number: int) -> Callable[..., Any]:
        return self._held[number]
