"""Remark: one sentence of a review, and everything it rests on."""

from typing import Literal, Self

from pydantic import Field, model_validator

from harness.catalog.models import Model

Tone = Literal["well", "advice", "fact"]
"""Something done well, something to do otherwise, or only what happened."""


class Place(Model):
    """Where a person can look for themselves."""

    submission: int | None = None
    """The number of the submission; None when it is not about one."""
    session: str = ""
    """The sitting, when it is another than the one reviewed."""
    file: str = ""
    """``solution.py``, ``my_tests.py``, or a file of the problem by its path there."""
    first_line: int | None = Field(default=None, ge=1)
    last_line: int | None = Field(default=None, ge=1)
    """The last line it is about, itself included."""
    excerpt: str = ""
    """Those lines, or as many as are needed to recognise them."""
    test: str = ""
    """The id of a test."""
    second: int | None = None
    """Seconds on the sitting's own clock, pauses left out."""

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if not (self.submission or self.file or self.test or self.second is not None):
            raise ValueError("a place names a submission, a file, a test or an instant")
        if (self.first_line is None) != (self.last_line is None):
            raise ValueError("a range of lines has a first and a last line")
        return self

    @property
    def text(self) -> str:
        """The place in words: ``submission 4, solution.py:12-20``."""
        parts = []
        if self.session:
            parts.append(self.session)
        if self.submission is not None:
            parts.append(f"submission {self.submission}")
        if self.file:
            parts.append(f"{self.file}{self._lines}")
        if self.test:
            parts.append(self.test)
        if self.second is not None:
            parts.append(f"at {self.second // 60}:{self.second % 60:02}")
        return ", ".join(parts)

    @property
    def _lines(self) -> str:
        if self.first_line is None or self.last_line is None:
            return ""
        end = "" if self.last_line == self.first_line else f"-{self.last_line}"
        return f":{self.first_line}{end}"


class Figure(Model):
    """One number that a sentence rests on."""

    name: str
    """What was counted or measured: ``lines kept``."""
    value: float
    unit: str = ""
    """``lines``, ``seconds``, ``tests``; empty for a bare count."""


class Remark(Model):
    """One sentence, and the evidence that it can be traced to; there is none without a place."""

    kind: str = Field(pattern=r"^[a-z_]+\.[a-z_]+$")
    """Its section and what it says, for programs: ``growth.rewritten``."""
    tone: Tone
    sentence: str = Field(min_length=1)
    """For the person, in plain words."""
    places: tuple[Place, ...] = Field(min_length=1)
    figures: tuple[Figure, ...] = ()
