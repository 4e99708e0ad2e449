"""A command that is asked to end, or whose terminal closed: it ends as cleanly as by Ctrl+C."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGTERM, signal.SIGHUP)


class EndedError(KeyboardInterrupt):
    """Somebody asked the command to end; whoever minds Ctrl+C minds this."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.exit_code = 128 + number
        """What shells say of a command that a signal ended."""


@contextmanager
def ended_cleanly() -> Iterator[None]:
    """Let these signals unwind what runs, so that no process and no folder stays behind.

    One that is ignored, as under ``nohup``, stays ignored.
    """

    def end(number: int, _frame: FrameType | None) -> None:
        raise EndedError(number)

    minded = [number for number in _SIGNALS if signal.getsignal(number) is signal.SIG_DFL]
    for number in minded:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in minded:
            signal.signal(number, signal.SIG_DFL)
