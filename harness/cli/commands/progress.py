"""``harness progress``: how a person is getting on over all sittings that are over."""

from argparse import Namespace
from datetime import datetime
from typing import TYPE_CHECKING

from harness.cli.asking.options import Commands, add_command, add_json_option
from harness.cli.telling.streams import tell, tell_json
from harness.cli.telling.table import table
from harness.errors import ExitCode

if TYPE_CHECKING:
    from harness.tui.telling.progress import Progress


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands, "progress", run, "tell scores, time per level and concepts over all sittings"
    )
    add_json_option(parser)


def run(args: Namespace) -> int:
    """Tell what the progress screen shows."""
    from harness.cli.asking.opening import tell_faults
    from harness.session import Store, SystemClock
    from harness.tui.telling.progress import read_progress

    with Store() as store:
        tell_faults(store)
        progress = read_progress(store, SystemClock().now())
    if args.json:
        tell_json(_facts(progress))
    elif progress.sittings:
        tell("\n\n".join(_tables(progress)))
    else:
        tell("Nothing to tell yet: finish a sitting, then come back.")
    return ExitCode.OK


def _facts(progress: "Progress") -> dict[str, list[dict[str, object]]]:
    return {
        "sittings": [
            {
                "session": done.session,
                "started_at": done.started_at,
                "problem": done.problem,
                "mode": done.mode,
                "score": done.score,
                "max_score": done.max_score,
            }
            for done in progress.sittings
        ],
        "levels": [
            {
                "level": time.number,
                "minutes": round(time.spent, 1),
                "guide_minutes": round(time.guide, 1),
                "sittings": time.sittings,
            }
            for time in progress.times
        ],
        "concepts": [concept.model_dump(mode="json") for concept in progress.concepts],
    }


def _tables(progress: "Progress") -> list[str]:
    sittings = [
        (
            f"{datetime.fromtimestamp(done.started_at / 1000):%Y-%m-%d %H:%M}",
            done.problem,
            done.mode,
            f"{done.score} of {done.max_score}",
            f"{done.percent:.0f} %",
        )
        for done in reversed(progress.sittings)
    ]
    times = [
        (f"level {time.number}", f"{time.spent:.0f}", f"{time.guide:.0f}", str(time.sittings))
        for time in progress.times
    ]
    concepts = [
        (
            concept.tag,
            f"{concept.passed} of {concept.total}",
            f"{concept.missed} of {concept.met}",
            f"{datetime.fromtimestamp(concept.due / 1000):%Y-%m-%d}",
        )
        for concept in progress.concepts
    ]
    shown = [table(("started", "problem", "mode", "score", "percent"), sittings, right={3, 4})]
    if times:
        shown.append(table(("level", "minutes", "guide", "sittings"), times, right={1, 2, 3}))
    if concepts:
        shown.append(table(("concept", "passed", "missed at first", "due"), concepts, right={1, 2}))
    return shown
