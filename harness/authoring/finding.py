"""Finding: one reason why a problem is not sound."""

from pathlib import Path

from harness.catalog.models import Model


class Finding(Model):
    """What is wrong, where, and the mend."""

    check: str
    """The kind of finding, such as ``statement-example``."""
    file: Path
    line: int | None = None
    message: str

    def __str__(self) -> str:
        """``file:line: message [check]``."""
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{place}: {self.message} [{self.check}]"
