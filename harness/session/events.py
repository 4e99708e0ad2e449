"""Events: what can happen in a sitting, each a frozen value with its instant.

The log of these is all that is ever stored of a sitting; everything else is folded from it.
"""

from typing import Annotated, Literal

from pydantic import UUID4, Field, TypeAdapter

from harness.catalog.models import Model
from harness.grading.report import Report
from harness.session.modes import Mode

Instant = Annotated[int, Field(ge=0)]
"""Milliseconds since the Unix epoch, UTC."""


class LevelPlan(Model):
    """What the sitting promised about one level when it began."""

    number: int
    name: str
    points: int
    pace: int
    """Guide time in minutes."""


class Started(Model):
    """The clock began; carries all that the fold will ever need to know."""

    kind: Literal["started"] = "started"
    at: Instant
    session: str
    problem: str
    problem_uuid: UUID4
    problem_version: str
    package_hash: str
    name: str
    """The problem's name, as people read it."""
    mode: Mode
    """Kept whole, so that a mode may change later without rewriting finished sittings."""
    minutes: int = Field(gt=0)
    folder: str
    """Absolute path of the person's folder."""
    levels: tuple[LevelPlan, ...] = Field(min_length=1)


class Submitted(Model):
    """A submission was received; its source is kept whole in the store."""

    kind: Literal["submitted"] = "submitted"
    at: Instant
    number: int
    """Counts from 1."""
    level: int
    """The highest level open when it arrived; it is graded on levels 1 to this."""
    source_hash: str


class Graded(Model):
    """The verdict on a submission, already reduced to what its mode may show."""

    kind: Literal["graded"] = "graded"
    at: Instant
    number: int
    report: Report


class Cancelled(Model):
    """The person ended the grading of a submission: it is kept, and stays without a verdict."""

    kind: Literal["cancelled"] = "cancelled"
    at: Instant
    number: int


class Paused(Model):
    """The clock was stopped."""

    kind: Literal["paused"] = "paused"
    at: Instant


class Resumed(Model):
    """The clock went on."""

    kind: Literal["resumed"] = "resumed"
    at: Instant


class Finished(Model):
    """The sitting ended: the person said so, or the deadline did."""

    kind: Literal["finished"] = "finished"
    at: Instant
    reason: Literal["finished", "time is up"]


Event = Annotated[
    Started | Submitted | Graded | Cancelled | Paused | Resumed | Finished,
    Field(discriminator="kind"),
]

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads and writes any event as JSON."""
