"""Reckoning: from what a machine's clocks show to a sitting's own time, which nobody can set.

Every instant in a sitting's events is of that time. It starts as the wall clock's and goes on as
time really passes: through sleep, crashes and restarts, whatever is done to the wall clock.
"""

from harness.session.events import ClockJumped, Reading, SessionState

TOLERANCE = 5_000
"""Milliseconds by which clocks may drift apart before it is called a jump."""


def instant(state: SessionState, reading: Reading) -> int:
    """The sitting's own time: milliseconds since the Unix epoch, as if no clock was ever set.

    Within one boot that is the boot clock's to say, which nobody can set and which counts sleep.
    Only the wall clock spans a restart; however far back it was set meanwhile, the sitting goes on
    from its latest event, and from the start of this boot, if it is the same machine.
    """
    anchor = state.anchor
    if _same_boot(anchor.reading, reading):
        return anchor.at + reading.boot - anchor.reading.boot
    earliest = state.seen_at
    if reading.machine and reading.machine == anchor.reading.machine:
        earliest += reading.boot
    return max(earliest, anchor.at + reading.wall - anchor.reading.wall)


def jump(state: SessionState, reading: Reading) -> ClockJumped | None:
    """What happened to the clocks since they were last looked at; None if nothing did."""
    then, at = state.anchor.reading, instant(state, reading)
    if not _same_boot(then, reading):
        since = at - state.seen_at
        return ClockJumped(at=at, cause="restarted", by=since, reading=reading)
    passed = reading.boot - then.boot
    slept = passed - (reading.monotonic - then.monotonic)
    was_set = reading.wall - then.wall - passed
    if abs(was_set) > TOLERANCE:
        return ClockJumped(at=at, cause="clock set", by=was_set, reading=reading)
    if slept > TOLERANCE:
        return ClockJumped(at=at, cause="slept", by=slept, reading=reading)
    return None


def wall_instant(state: SessionState, at: int, reading: Reading) -> int:
    """What the wall clock, as it is set now, showed at an instant of the sitting's own time."""
    return reading.wall - (instant(state, reading) - at)


def _same_boot(then: Reading, now: Reading) -> bool:
    return then.boot_id == now.boot_id and then.boot <= now.boot
