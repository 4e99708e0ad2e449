"""``harness resume``: go on with a sitting, after a pause or a crash, or list them all."""

from argparse import Namespace
from datetime import datetime
from typing import TYPE_CHECKING

from harness.cli.asking.options import Commands, add_command, add_editor_option, add_sitting_options
from harness.cli.telling.streams import tell, tell_json
from harness.cli.telling.table import table
from harness.errors import ExitCode

if TYPE_CHECKING:
    from harness.session import Entry, Phase, Sitting, Store


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "resume",
        run,
        "go on with a sitting: let a stopped clock run, grade what waits for a verdict, "
        "put back missing statements",
    )
    parser.add_argument("--list", action="store_true", help="list all sittings, the newest first")
    add_editor_option(parser)
    add_sitting_options(parser)
    parser.set_defaults(no_mouse=False)


def run(args: Namespace) -> int:
    """Go on with one sitting, or list all."""
    from harness.cli.asking.opening import open_sitting
    from harness.cli.screens import demand_terminal, show
    from harness.cli.telling.page import tell_summary
    from harness.session import Store

    if args.list:
        with Store() as store:
            _list(store, as_json=args.json)
        return ExitCode.OK
    if args.editor:
        demand_terminal()
    with open_sitting(args) as sitting:
        _go_on(sitting)
        sitting.demand_stored()
        if args.editor and sitting.state.end is None:
            with Store() as store:
                return show(args, store, sitting.id)
        tell_summary(sitting.summary(), as_json=args.json)
    return ExitCode.OK


def _go_on(sitting: "Sitting") -> None:
    from harness.cli.asking.opening import open_judge

    with open_judge(sitting.problem) as judge:
        sitting.settle(judge, retry_faults=True)
    if sitting.state.paused:
        sitting.resume()
    if sitting.state.end is None:
        sitting.lay_out()


def _list(store: "Store", *, as_json: bool) -> None:
    from harness.session import SystemClock, instant, phase, running

    reading = SystemClock().read()
    alive = {
        state.started.session: phase(state, instant(state, reading))
        for state in running(store, reading)
    }
    facts = [_facts(entry, alive) for entry in store.sittings()]
    if as_json:
        tell_json(facts)
        return
    head = ("started", "problem", "mode", "phase", "folder")
    rows = [
        (
            f"{datetime.fromtimestamp(int(fact['started_at']) / 1000):%Y-%m-%d %H:%M}",
            *(str(fact[column]) for column in head[1:]),
        )
        for fact in facts
    ]
    tell(table(head, rows) if rows else "No sitting yet: `harness start PROBLEM` begins one.")


def _facts(entry: "Entry", alive: dict[str, "Phase"]) -> dict[str, str | int]:
    ended = entry.finished.reason if entry.finished else "time is up"
    return {
        "session": entry.session,
        "problem": entry.started.problem,
        "mode": entry.started.mode.name,
        "phase": alive.get(entry.session, ended),
        "started_at": entry.started.at,
        "folder": entry.started.folder,
    }
