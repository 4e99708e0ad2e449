"""How far a long command is, told on standard error: one line that moves, or now and then one."""

import time

from harness.cli.telling.streams import narrate, narrating, write_narration

_MOVES_SECONDS = 0.2
_TELLS_SECONDS = 15.0
"""How often a log that nobody watches gets a line."""
_RATE_AFTER = 2.0
"""Seconds after which a rate says something."""


class Progress:
    """Counts steps towards a known number, and tells when a person would want to know."""

    def __init__(self, total: int, what: str) -> None:
        self.done = 0
        self._total = total
        self._what = what
        self._began = time.monotonic()
        self._told = self._began
        self._moving = narrating()
        self._show()

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        patience = _MOVES_SECONDS if self._moving else _TELLS_SECONDS
        if time.monotonic() - self._told >= patience or self.done == self._total:
            self._show()

    def tell(self, line: str) -> None:
        """Say something in between; the next step tells again how far it is."""
        if self._moving:
            write_narration("\r\x1b[K")
        narrate(f"harness: {line}")

    def end(self) -> None:
        """Leave the line to whatever is told next."""
        if self._moving:
            write_narration("\n")

    def _show(self) -> None:
        self._told = time.monotonic()
        text = f"{self.done} of {self._total} {self._what}{self._expectation()}"
        if not self._moving:
            narrate(f"harness: {text}")
            return
        write_narration(f"\r\x1b[K{text}")

    def _expectation(self) -> str:
        spent = self._told - self._began
        if not self.done or self.done == self._total or spent < _RATE_AFTER:
            return ""
        left = spent / self.done * (self._total - self.done)
        rest = f"{left / 60:.0f} min" if left >= 90 else f"{left:.0f} s"
        return f", {self.done / spent:.1f} a second, about {rest} left"
