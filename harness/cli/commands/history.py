"""``harness history``: every sitting and how it went."""

from argparse import ArgumentTypeError, Namespace
from datetime import datetime

from harness.cli.asking.options import Commands, add_command, add_json_option
from harness.cli.telling.streams import tell, tell_json
from harness.cli.telling.table import table
from harness.errors import ExitCode


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "history", run, "list sittings and their scores, newest first")
    parser.add_argument("--problem", metavar="P", help="only those of this problem")
    parser.add_argument("--mode", metavar="M", help="only those in this mode")
    parser.add_argument(
        "--since", metavar="DATE", type=_day, help="only those started then or later: 2026-11-21"
    )
    add_json_option(parser)


def run(args: Namespace) -> int:
    """List the sittings."""
    from harness.cli.asking.opening import tell_faults
    from harness.session import Store, SystemClock, history

    with Store() as store:
        tell_faults(store)
        past = history(
            store,
            SystemClock().now(),
            problem=args.problem,
            mode=args.mode,
            since=args.since,
        )
    if args.json:
        tell_json([sitting.model_dump(mode="json") for sitting in past])
        return ExitCode.OK
    head = ("started", "problem", "mode", "score", "runs", "phase", "session")
    rows = [
        (
            f"{datetime.fromtimestamp(sitting.started_at / 1000):%Y-%m-%d %H:%M}",
            sitting.problem,
            sitting.mode,
            f"{sitting.score} of {sitting.max_score}",
            str(sitting.submissions),
            str(sitting.phase),
            sitting.session,
        )
        for sitting in past
    ]
    asked = args.problem or args.mode or args.since
    none = "No such sitting." if asked else "No sitting yet: `harness start PROBLEM` begins one."
    tell(table(head, rows, right={3, 4}) if rows else none)
    return ExitCode.OK


def _day(text: str) -> int:
    """An instant in milliseconds from a date or a date and time, by the local clock."""
    try:
        return round(datetime.fromisoformat(text).timestamp() * 1000)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a date such as 2026-11-21") from None
