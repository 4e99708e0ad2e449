"""How verdicts and times look: always a word or a code, with a colour to find it faster."""

from harness.catalog import Verdict

_DAY = 24 * 60 * 60 * 1000
_STYLES = {
    Verdict.ACCEPTED: "green",
    Verdict.WRONG_ANSWER: "red",
    Verdict.RUN_TIME_ERROR: "red",
    Verdict.COMPILE_ERROR: "red",
    Verdict.SKIPPED: "bright_black",
    Verdict.INTERNAL_ERROR: "magenta",
}


def style_of(verdict: Verdict) -> str:
    """Return the colour of a verdict; every limit that was exceeded shares one."""
    return _STYLES.get(verdict, "yellow")


def clock_face(seconds: float) -> str:
    """Return ``mm:ss``; more than 99 minutes stay minutes."""
    whole = max(0, int(seconds))
    return f"{whole // 60:02}:{whole % 60:02}"


def minutes(seconds: float) -> str:
    """Return a duration as people say it: ``under a minute``, ``12 min``."""
    whole = int(seconds) // 60
    return f"{whole} min" if whole else "under a minute"


def days_until(due: int, now: int) -> str:
    """Return how many days away an instant is, both in milliseconds; ``now`` once it is there."""
    days = max(0, round((due - now) / _DAY))
    return "now" if not days else "1 day" if days == 1 else f"{days} days"


def points(value: float) -> str:
    """Return points without a trailing ``.0``."""
    return f"{value:.1f}".removesuffix(".0")
