"""Has any test changed what the next one meets?"""

import random
import types
from collections.abc import Iterable

from harness.authoring.dry.holdings import holdings_of
from harness.authoring.dry.solution import DryModule


class Rest:
    """All that tests hold before the first of them runs; the program is new for each that needs it.

    Of tests and programs that ask for more than that (see ``worldly``) it knows nothing.
    """

    def __init__(self, modules: Iterable[types.ModuleType], program: DryModule) -> None:
        """Take note of it.

        Args:
            modules: test modules, and what else of the problem's own they share.
            program: what they test, executed.
        """
        self._holdings = [
            holdings_of(module, apart_from=program.names_in(module)) for module in modules
        ]
        self._random = random.getstate()

    def undisturbed(self) -> bool:
        """Whether it is as it was, for all that can be seen."""
        return (
            all(each is not None and each.unchanged() for each in self._holdings)
            and random.getstate() == self._random
        )
