"""What can happen in a sitting, and the state that what happened leads to.

Events are frozen values; the state is a pure fold over them, and nothing else makes one.
"""

from harness.session.events.attempt import Attempt, Pause, Version, Why
from harness.session.events.fold import apply, fold
from harness.session.events.judged import Judged
from harness.session.events.kinds import (
    EVENT,
    Cancelled,
    ClockJumped,
    DesignNoted,
    Event,
    Finished,
    Graded,
    HintTaken,
    Kept,
    LevelPlan,
    OvertimeGraded,
    OvertimeSubmitted,
    Paused,
    Reading,
    Resumed,
    Started,
    Submitted,
)
from harness.session.events.modes import MODES, Mode
from harness.session.events.state import MINUTE, Anchor, ImpossibleEventError, SessionState

__all__ = [
    "EVENT",
    "MINUTE",
    "MODES",
    "Anchor",
    "Attempt",
    "Cancelled",
    "ClockJumped",
    "DesignNoted",
    "Event",
    "Finished",
    "Graded",
    "HintTaken",
    "ImpossibleEventError",
    "Judged",
    "Kept",
    "LevelPlan",
    "Mode",
    "OvertimeGraded",
    "OvertimeSubmitted",
    "Pause",
    "Paused",
    "Reading",
    "Resumed",
    "SessionState",
    "Started",
    "Submitted",
    "Version",
    "Why",
    "apply",
    "fold",
]
