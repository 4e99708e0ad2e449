"""``harness review``: what to do better after a sitting, and what went well, with evidence."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from harness.cli.asking.options import Commands, add_command, add_json_option, add_problems_option
from harness.cli.telling.streams import narrate, tell, tell_json
from harness.errors import ExitCode

if TYPE_CHECKING:
    from harness.catalog import Catalog
    from harness.review import Review
    from harness.session import Sitting, Store


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "review",
        run,
        "tell what to do better after a sitting and what went well, each with its evidence",
    )
    parser.add_argument(
        "session",
        metavar="SESSION",
        nargs="?",
        help="its id, as `harness history` lists it; by default this folder's, else the last one",
    )
    parser.add_argument(
        "--all", action="store_true", help="show every place with its lines, and every figure"
    )
    parser.add_argument(
        "--html", metavar="FILE", type=Path, help="write it as one page that can be sent to anyone"
    )
    parser.add_argument(
        "--own-tests",
        action="store_true",
        help="also run my_tests.py on the reference and on known mistakes",
    )
    parser.add_argument(
        "--integrity",
        action="store_true",
        help="also tell what an integrity review of the code would ask about",
    )
    parser.add_argument(
        "--reference",
        metavar="N",
        type=int,
        help="read the reference of level N beside your own file instead",
    )
    parser.add_argument(
        "--yes", action="store_true", help="read a reference that may spoil the problem"
    )
    add_json_option(parser)
    add_problems_option(parser, dest="more_problems")


def run(args: Namespace) -> int:
    """Review the sitting, or show a reference."""
    from harness.cli.asking.opening import open_catalog, settle, tell_faults
    from harness.session import Sitting, Store

    with Store() as store:
        tell_faults(store)
        catalog = open_catalog(args)
        sitting = Sitting.open(store, args.session or _session(store), catalog)
        sitting.close_if_overdue()
        if args.reference is not None:
            return _read_reference(args, sitting, store)
        if sitting.summary().phase.over:
            settle(sitting)
        review = _review(sitting, store, catalog)
        if args.own_tests or args.integrity:
            review = _judged(review, sitting, store, args)
    if args.html is not None:
        from harness.cli.telling.new_file import write_new
        from harness.review.page import page

        write_new(args.html, page(review))
        narrate(f"harness: the review is in {args.html}.")
    elif args.json:
        tell_json(review.model_dump(mode="json"))
    else:
        from harness.cli.telling.review_text import review_text

        tell(review_text(review, whole=args.all))
    return ExitCode.OK


def _session(store: "Store") -> str:
    """The sitting of this folder or of its nearest parent that has one, else the last one over."""
    from harness.errors import WrongUseError
    from harness.session import SystemClock, history

    sittings = history(store, SystemClock().now())
    here = Path.cwd()
    for folder in (here, *here.parents):
        for sitting in sittings:
            if sitting.folder == str(folder):
                return sitting.session
    for sitting in sittings:
        if sitting.phase.over:
            return sitting.session
    raise WrongUseError("No sitting is over yet: `harness start PROBLEM` begins one.")


def _review(sitting: "Sitting", store: "Store", catalog: "Catalog") -> "Review":
    from harness.review import past_sittings, review_sitting
    from harness.session import SystemClock

    return review_sitting(sitting, past_sittings(store, SystemClock().now()), catalog)


def _judged(review: "Review", sitting: "Sitting", store: "Store", args: Namespace) -> "Review":
    """What needs a judge; another sitting of the problem that runs must learn nothing by it."""
    from harness.review import judged
    from harness.session import SystemClock, demand_unlocked

    demand_unlocked(store, sitting.problem, sitting.state.level, SystemClock().read())
    narrate("harness: running what was submitted; this takes some seconds.")
    return judged(review, sitting, with_own_tests=args.own_tests, with_integrity=args.integrity)


def _read_reference(args: Namespace, sitting: "Sitting", store: "Store") -> int:
    from harness.review.reading import demand_readable, reading
    from harness.session import SystemClock, demand_unlocked

    demand_readable(sitting, args.reference, confirmed=args.yes)
    demand_unlocked(store, sitting.problem, args.reference, SystemClock().read())
    read = reading(sitting, args.reference)
    if args.json:
        tell_json(read.model_dump(mode="json"))
    else:
        from harness.cli.telling.reading_text import reading_text

        tell(reading_text(read))
    return ExitCode.OK
