"""Draw ``docs/sitting.svg``: the app itself, in the middle of a sitting.

python docs/screenshot.py
"""

import asyncio
import tempfile
from pathlib import Path

from harness.catalog import load_catalog
from harness.grading import Grader
from harness.session import MODES, Sitting, Store
from harness.session.events import Reading
from harness.tui.app import HarnessApp
from harness.tui.kit import Kit

NOON = 1_790_000_000_000
MINUTE = 60_000


class StillClock:
    """A clock that stands where it is put."""

    at = NOON

    def now(self) -> int:
        """Milliseconds since the Unix epoch."""
        return self.at

    def read(self) -> Reading:
        """Clocks that were never set."""
        return Reading(wall=self.at, monotonic=self.at, boot=self.at, boot_id="", machine="")


async def main() -> None:
    """Play two levels, then fail at the third by a mistake many make."""
    problem = load_catalog().problem("key_value_store")
    references = problem.folder / "submissions" / "accepted"
    wrong = problem.folder / "submissions" / "wrong_answer" / "alive_at_the_end.py"
    clock = StillClock()
    with tempfile.TemporaryDirectory() as top, Store(Path(top) / "sessions.db") as store:
        folder = Path(top) / "rehearsal"
        sitting = Sitting.start(store, problem, MODES["practice"], folder, clock=clock)
        with Grader(problem) as grader:
            for level, minutes in ((1, 11), (2, 17)):
                clock.at += minutes * MINUTE
                source = (references / f"level_{level}.py").read_bytes()
                (folder / "solution.py").write_bytes(source)
                sitting.submit(lambda sent, upto, tell: grader.grade(sent, upto, on_result=tell))
        clock.at += 13 * MINUTE
        (folder / "solution.py").write_bytes(wrong.read_bytes().split(b"\n", 3)[3])
        app = HarnessApp(Kit(load_catalog(), store, clock, Path(top)), sitting)
        async with app.run_test(size=(140, 44)) as pilot:
            await pilot.press("f5")
            await pilot.pause(8)
            await pilot.press("f4")
            await pilot.pause(1)
            drawing = app.export_screenshot(title="harness")
    Path(__file__).with_name("sitting.svg").write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
