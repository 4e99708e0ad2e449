"""What a folder does not say by itself, and what its owner has told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from harness.errors import WrongUseError


@dataclass(frozen=True)
class Known:
    """What the owner has told of a folder."""

    module: str | None = None
    """What tests import the solution as."""
    class_name: str | None = None
    """The class that solutions define."""
    reference: Path | None = None
    """A file that solves every level."""

    def told(self, field: str, answer: str) -> "Known":
        """The same with one more answer."""
        if field == "reference":
            return replace(self, reference=Path(answer))
        return (
            replace(self, module=answer) if field == "module" else replace(self, class_name=answer)
        )


class UnclearError(WrongUseError):
    """Only the owner can tell, and one of the fields of ``Known`` would."""

    def __init__(self, field: str, question: str, choices: Sequence[str]) -> None:
        option = {"class_name": "--class"}.get(field, f"--{field}")
        super().__init__(f"{question} Say which with `{option}`: {', '.join(choices)}.")
        self.field = field
        self.question = question
        self.choices = tuple(choices)
