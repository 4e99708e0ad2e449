"""Finding: one reason why a problem is not sound, or could be better."""

import re
from pathlib import Path
from typing import Literal, get_args

from harness.catalog.models import Model

Severity = Literal["error", "warning"]

WarningKind = Literal[
    "no-instructor-page",
    "sentence-unknown",
    "sentence-untested",
    "test-unannounced",
    "test-unknown",
]
"""The kinds of finding that leave a problem sound."""

Kind = (
    Literal[
        "cannot-be-loaded",
        "cannot-be-read",
        "depends-on-chance",
        "excuse-unneeded",
        "level-adds-nothing",
        "limit-too-tight",
        "mutant-survives",
        "names-later-level",
        "no-scored-test",
        "reference-fails",
        "rejected-early",
        "starter-passes",
        "statement-example",
        "test-at-fault",
        "tests-too-weak",
        "unfinished",
        "verdict-differs",
    ]
    | WarningKind
)
"""Every kind of finding; each has a line in docs/authoring.md."""

WARNINGS = frozenset(get_args(WarningKind))
KINDS = WARNINGS.union(*(get_args(kinds) for kinds in get_args(Kind)))


class Finding(Model):
    """What is wrong, where, and the mend."""

    check: Kind
    file: Path
    line: int | None = None
    message: str

    @property
    def severity(self) -> Severity:
        """Whether the problem is unsound by it, or only less good than it could be."""
        return "warning" if self.check in WARNINGS else "error"

    def __str__(self) -> str:
        """``file:line: message [check]``, the file as seen from the current folder."""
        place = told_place(self.file, self.line)
        warning = "warning: " if self.severity == "warning" else ""
        return f"{place}: {warning}{self.message} [{self.check}]"


def not_loaded(folder: Path, message: str) -> Finding:
    """Say that a folder could not be loaded as a problem, at the file and line that is why.

    Args:
        folder: the folder.
        message: what loading it said: a line that begins with the file, if one is to blame.
    """
    place, _, said = message.partition(": ")
    file = Path(place)
    if not said or not file.is_relative_to(folder.absolute()):
        return Finding(check="cannot-be-loaded", file=folder, message=message)
    line = re.search(r"\(at line (\d+),", said)  # as TOML's errors end
    return Finding(
        check="cannot-be-loaded", file=file, line=int(line[1]) if line else None, message=said
    )


def told_place(file: Path, line: int | None = None) -> str:
    """``file:line``, the file as seen from the current folder."""
    here = Path.cwd()
    seen = file.relative_to(here) if file.is_relative_to(here) else file
    return f"{seen}:{line}" if line else str(seen)
