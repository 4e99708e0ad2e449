"""A terminal that is closed: the app ends as if it were left, and what is typed is saved."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import App

_SIGNALS = [name for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
"""What a program gets when its terminal closes, or when it is asked to end."""


@contextmanager
def left_on_hang_up(app: App[None]) -> Iterator[None]:
    """Let the app end in good order on these signals, for as long as it runs in this thread."""

    def leave(number: int, _frame: Any) -> None:
        try:
            asyncio.get_running_loop().call_soon_threadsafe(app.exit)
        except RuntimeError:  # the screens are not there yet, or no longer
            raise SystemExit(128 + number) from None

    before = [signal.signal(getattr(signal, name), leave) for name in _SIGNALS]
    try:
        yield
    finally:
        for name, handler in zip(_SIGNALS, before, strict=True):
            signal.signal(getattr(signal, name), handler)
