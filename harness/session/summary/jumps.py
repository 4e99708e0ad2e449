"""What the machine's clocks did during a sitting, told, so that its time is beyond argument."""

from harness.session.clock import elapsed
from harness.session.events import ClockJumped, SessionState


def jumps(state: SessionState) -> tuple[str, ...]:
    """One line for each time the machine slept, was started again, or had its clock set."""
    return tuple(f"after {_minutes(elapsed(state, jump.at))} {_what(jump)}" for jump in state.jumps)


def _what(jump: ClockJumped) -> str:
    match jump.cause:
        case "slept":
            return f"the machine had slept for {_minutes(jump.by)}"
        case "restarted":
            return f"the machine had been started again, {_minutes(jump.by)} after the last event"
        case "clock set":
            way = "forward" if jump.by > 0 else "back"
            return f"the wall clock had been set {way} by {_minutes(abs(jump.by))}: no time changed"


def _minutes(milliseconds: int) -> str:
    seconds = max(0, milliseconds) // 1000
    return f"{seconds // 60}:{seconds % 60:02}"
