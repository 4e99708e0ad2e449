"""How long one submission may keep a person waiting, over all its tests.

A loop that never ends usually hangs in many tests. The first few get their full limit; the verdict
is then plain, so further tests get a tenth of it, still many times what a right answer needs. When
the lost time is past ``MOST_SECONDS`` the rest are skipped, and say so. A submission that runs out
of time nowhere never meets any of this.
"""

from harness.verdict import Verdict

FULL_TIMEOUTS = 3
SHORTER = 0.1
MOST_SECONDS = 15.0

SKIPPED = "Not run: earlier tests ran out of time too often; mend those first."


class Patience:
    """Counts the time a submission's time-outs have cost."""

    def __init__(self) -> None:
        self._timeouts = 0
        self._lost_seconds = 0.0

    def note(self, verdict: Verdict, seconds: float) -> None:
        """Take note of one test's verdict and of the time it cost."""
        if verdict is Verdict.TIME_LIMIT_EXCEEDED:
            self._timeouts += 1
            self._lost_seconds += seconds

    @property
    def factor(self) -> float:
        """What part of its limits the next test gets."""
        return 1.0 if self._timeouts < FULL_TIMEOUTS else SHORTER

    @property
    def exhausted(self) -> bool:
        """Whether the remaining tests are to be skipped."""
        return self._lost_seconds > MOST_SECONDS
