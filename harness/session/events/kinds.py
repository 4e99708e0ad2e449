"""Events: what can happen in a sitting, each a frozen value with its instant.

The log of these is all that is ever stored of a sitting; everything else is folded from it.
"""

from typing import Annotated, Literal

from pydantic import UUID4, Field, TypeAdapter

from harness.catalog.models import Model
from harness.session.events.judged import Judged
from harness.session.events.modes import Mode

Instant = Annotated[int, Field(ge=0, lt=221_845_392_000_000)]
"""Milliseconds since the Unix epoch, UTC; before the year 9000, as dates are reckoned from them."""


class Reading(Model):
    """What the clocks of a machine showed at one instant, all in milliseconds."""

    wall: int
    """Since the Unix epoch, UTC; whoever owns the machine may set it."""
    monotonic: int
    """Since some instant of this boot, without the time the machine slept."""
    boot: int
    """Since some instant of this boot, with the time it slept."""
    boot_id: str
    """Names the boot; the two clocks above mean nothing in another."""
    machine: str
    """Names the machine; empty when it has no name of its own."""


class LevelPlan(Model):
    """What the sitting promised about one level when it began."""

    number: int
    name: str
    points: int
    """What its tests can earn in this sitting; none where the level is not what is practised."""
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
    problem_folder: str = ""
    """Absolute path of the problem's folder; empty for a problem that its id finds everywhere."""
    name: str
    """The problem's name, as people read it."""
    mode: Mode
    """Kept whole, so that a mode may change later without rewriting finished sittings."""
    minutes: int = Field(gt=0, le=24 * 60)
    folder: str
    """Absolute path of the person's folder."""
    levels: tuple[LevelPlan, ...] = Field(min_length=1)
    first_level: int = Field(default=1, gt=0)
    """The highest level open at the start."""
    grades_last_save: bool = False
    """Whether the file as last saved is submitted at the deadline."""
    reading: Reading
    """The clocks at the start."""


class ClockJumped(Model):
    """The wall clock was set, or the machine slept or was started again.

    The sitting's own time is none of these: it went on as it had to, and this says why the wall
    clock disagrees, or how time could pass while nothing ran.
    """

    kind: Literal["clock_jumped"] = "clock_jumped"
    at: Instant
    cause: Literal["clock set", "slept", "restarted"]
    by: int
    """Milliseconds: how far the wall clock was set, forward or back; how long the machine slept;
    the time between the last event before the restart and this one."""
    reading: Reading
    """The clocks now; the sitting's time is reckoned on from here."""


class Submitted(Model):
    """A submission was received; its source is kept whole in the store."""

    kind: Literal["submitted"] = "submitted"
    at: Instant
    number: int
    """Counts from 1."""
    level: int
    """The highest level open when it arrived; it is graded on levels 1 to this."""
    source_hash: str
    last_save: bool = False
    """Whether the deadline submitted it: the file as it was last saved, as was wished."""


class Graded(Model):
    """The verdict on a submission, already reduced to what its mode may show."""

    kind: Literal["graded"] = "graded"
    at: Instant
    number: int
    report: Judged


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


class OvertimeSubmitted(Model):
    """A submission made after the end: graded like any other, and never scored."""

    kind: Literal["overtime_submitted"] = "overtime_submitted"
    at: Instant
    number: int
    """Counts from 1, apart from the submissions that score."""
    level: int
    source_hash: str


class OvertimeGraded(Model):
    """The verdict on a submission made after the end."""

    kind: Literal["overtime_graded"] = "overtime_graded"
    at: Instant
    number: int
    report: Judged


class Kept(Model):
    """A version of the file was kept, apart from any submission."""

    kind: Literal["kept"] = "kept"
    at: Instant
    source_hash: str
    why: Literal["change", "before restore", "restored", "handed over"]
    """The last: a window saved it after another had taken over, which shall not submit it."""


class HintTaken(Model):
    """A hint was shown; it costs nothing."""

    kind: Literal["hint_taken"] = "hint_taken"
    at: Instant
    level: int = Field(gt=0)
    step: int = Field(gt=0)
    """Counts from 1 in each level."""


class DesignNoted(Model):
    """What the person wrote down of their design before the code."""

    kind: Literal["design_noted"] = "design_noted"
    at: Instant
    answers: tuple[str, str, str]


Event = Annotated[
    Started
    | ClockJumped
    | Submitted
    | Graded
    | Cancelled
    | Paused
    | Resumed
    | Finished
    | OvertimeSubmitted
    | OvertimeGraded
    | Kept
    | HintTaken
    | DesignNoted,
    Field(discriminator="kind"),
]

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads and writes any event as JSON."""
