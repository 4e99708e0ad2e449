"""``harness regrade``: grade again what was graded, after its problem changed."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from harness.cli.asking.options import (
    Commands,
    add_class_options,
    add_command,
    add_json_option,
    add_problems_option,
)
from harness.errors import ExitCode, WrongUseError

if TYPE_CHECKING:
    from harness.session import Store


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "regrade",
        run,
        "grade again what was graded before its problem changed, and tell what changed for whom; "
        "what was recorded stays as it is; exit code 1 when something changed",
    )
    parser.add_argument(
        "targets",
        metavar="WHAT",
        nargs="+",
        help="a folder of results, as `harness grade PROBLEM DIR` leaves it; the file of an "
        "exported sitting; or a sitting's id, as `harness history` lists it",
    )
    parser.add_argument(
        "--run",
        dest="number",
        metavar="N",
        type=int,
        help="of a folder of results: which run (default: its last)",
    )
    add_class_options(parser)
    add_json_option(parser)
    add_problems_option(parser, dest="more_problems")


def run(args: Namespace) -> int:
    """Regrade each, and answer whether all is as it was."""
    from harness.cli.asking.opening import open_catalog
    from harness.cli.classroom.regraded_class import regrade_class
    from harness.cli.classroom.regraded_sitting import regrade_sitting

    catalog = open_catalog(args)
    codes: list[ExitCode] = []
    for target in args.targets:
        if Path(target).is_dir():
            codes.append(regrade_class(args, catalog, Path(target)))
        else:
            with _sitting(target) as (store, session, own):
                codes.append(regrade_sitting(args, catalog, store, session, own=own))
    return max(codes)


@contextmanager
def _sitting(target: str) -> "Iterator[tuple[Store, str, bool]]":
    """The store that holds a sitting, its id there, and whether it is one of this person's own."""
    from harness.session import Store, take_in

    file = Path(target)
    if not file.exists():
        if file.suffix or len(file.parts) > 1:  # no sitting is called so
            raise WrongUseError(
                f"{file}: missing; name a folder of results or an exported sitting."
            )
        with Store() as store:
            yield store, target, True
        return
    with TemporaryDirectory() as folder, Store(Path(folder) / "sessions.db") as store:
        try:
            content = file.read_bytes()
        except OSError as error:
            raise WrongUseError(f"{file}: cannot be read ({error.strerror}).") from None
        yield store, take_in(store, content, file), False
