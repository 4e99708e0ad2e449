"""The status page: where a sitting stands, on one screen of plain text."""

from harness.cli.telling.streams import tell, tell_json
from harness.cli.telling.table import table
from harness.session import LevelSummary, Phase, Summary


def tell_summary(summary: Summary, *, as_json: bool) -> None:
    """Print where the sitting stands, for a person or a program."""
    if as_json:
        tell_json(summary.model_dump(mode="json"))
    else:
        tell(status_page(summary))


def status_page(summary: Summary) -> str:
    """Lay the summary out as text."""
    head = ("level", "", "passed", "points", "time", "guide")
    rows = [_row(level, graded=bool(summary.submissions)) for level in summary.levels]
    count = "1 submission" if summary.submissions == 1 else f"{summary.submissions} submissions"
    lines = [
        f"{summary.name}, {summary.mode}: {_time(summary)}",
        summary.folder,
        "",
        table(head, rows, right={2, 3, 4, 5}),
        "",
        f"score  {summary.score} of {summary.max_score}, from {count}",
        *(f"       {line}" for line in summary.arithmetic),
        *_apart(summary),
        *(f"clock  {line}" for line in summary.clocks),
        f"next   {summary.next}",
    ]
    return "\n".join(lines)


def clock_text(seconds: int) -> str:
    """Minutes and seconds, such as ``87:05``."""
    return f"{seconds // 60}:{seconds % 60:02}"


def _time(summary: Summary) -> str:
    whole = f"{summary.minutes} minutes"
    if summary.phase.over:
        return f"{summary.phase} after {clock_text(summary.seconds_elapsed)} of {whole}"
    standing = ", the clock stands" if summary.phase is Phase.PAUSED else ""
    return f"{clock_text(summary.seconds_left)} left of {whole}{standing}"


def _apart(summary: Summary) -> list[str]:
    """What was done beside the score and counts nothing."""
    done = [
        _counted(summary.hints, "hint"),
        _counted(summary.overtime, "submission in overtime", "submissions in overtime"),
    ]
    told = ", ".join(filter(None, done))
    return [f"apart  {told}: neither adds nor takes points"] if told else []


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}" if count else ""


def _row(level: LevelSummary, *, graded: bool) -> tuple[str, ...]:
    name = f"{level.number}  {level.name}"
    if not level.unlocked:
        return (name, "locked", "", f"{level.points}", "", f"{level.pace}:00")
    state = "passed" if level.total and level.passed == level.total else "open"
    return (
        name,
        state,
        f"{level.passed} of {level.total}" if graded and level.total else "",
        f"{level.earned:g} of {level.points}",
        clock_text(level.seconds_spent),
        f"{level.pace}:00",
    )
