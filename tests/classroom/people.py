"""A class of many: honest, wrong and hostile submissions of the ledger, no two alike."""

from collections.abc import Iterator
from pathlib import Path

from tests.adversarial.corpus import CASES
from tests.adversarial.problem import RIGHT

MISTAKES = (
    ("return a + b", "return a - b"),
    ("if amount <= 0", "if amount < 0"),
    ("return list(self._entries)", "return self._entries[1:]"),
    ("self._asked += 1", "self._asked += 2"),
    ("return held[name] / sum(held.values())", "return held[name] // sum(held.values())"),
    ("yield from sorted(self.balances())", "yield from self.history()"),
    ("return sum(numbers)", "return max(numbers)"),
    ("+ 12345", "+ 12354"),
    ("class Ledger", "class Legder"),
    ("return a + b", "return a + c"),
)
"""Small ones, each of which some test rejects."""


def write_class(folder: Path, people: int) -> dict[str, bytes]:
    """Write so many submissions to a new folder; return them by name."""
    written = dict(_sources(people))
    folder.mkdir()
    for name, source in written.items():
        (folder / f"{name}.py").write_bytes(source)
    return written


def _sources(people: int) -> Iterator[tuple[str, bytes]]:
    """A fifth is hostile, the rest honest and wrong in turn."""
    # Of those whose verdict is a matter of the moment, two gradings need not agree.
    certain = [case for case in CASES if len(case.verdicts) == 1]
    hostile = [case for case in certain if not case.slow and not case.needs and case.source]
    chosen = hostile[:: max(1, len(hostile) * 5 // people)][: people // 5]
    for number, case in enumerate(chosen):
        yield f"hostile_{number:03}", case.source
    for number in range(people - len(chosen)):
        was, becomes = MISTAKES[number // 2 % len(MISTAKES)] if number % 2 else ("", "")
        assert was in RIGHT
        source = RIGHT.replace(was, becomes, 1) if was else RIGHT
        kind = "wrong" if was else "honest"
        yield f"{kind}_{number:03}", f"{source}\n# handed in by {number}\n".encode()
