"""Finding: one reason why a problem is not sound, or could be better."""

from pathlib import Path
from typing import Literal

from harness.catalog.models import Model

Severity = Literal["error", "warning"]

WARNINGS = frozenset(
    {"no-instructor-page", "sentence-unknown", "sentence-untested", "test-unknown"}
    | {"test-unannounced"}
)
"""The kinds of finding that leave a problem sound."""


class Finding(Model):
    """What is wrong, where, and the mend."""

    check: str
    """The kind of finding, such as ``statement-example``."""
    file: Path
    line: int | None = None
    message: str

    @property
    def severity(self) -> Severity:
        """Whether the problem is unsound by it, or only less good than it could be."""
        return "warning" if self.check in WARNINGS else "error"

    def __str__(self) -> str:
        """``file:line: message [check]``, the file as seen from the current folder."""
        here = Path.cwd()
        file = self.file.relative_to(here) if self.file.is_relative_to(here) else self.file
        place = f"{file}:{self.line}" if self.line else str(file)
        warning = "warning: " if self.severity == "warning" else ""
        return f"{place}: {warning}{self.message} [{self.check}]"
