"""What a command's line names, opened: the catalog, a sitting, a judge."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from harness.catalog import Catalog, Problem, load_catalog
from harness.cli.telling.streams import narrate

if TYPE_CHECKING:
    from harness.grading import Grader, Report
    from harness.grading.evaluator_process import EvaluatorProcess
    from harness.session import Grade, OnResult, Sitting, Store


def open_catalog(args: Namespace) -> Catalog:
    """Load all problems, also of the folders that the line or the settings name.

    Tells which could not be loaded.
    """
    from harness.tui.conventions.settings import problem_folders, read_settings

    settings, _ = read_settings()
    folders = [*args.problems, *args.more_problems, *problem_folders(settings)]
    catalog = load_catalog(folders)
    for fault in catalog.faults:
        narrate(f"harness: left out: {fault.message}")
    return catalog


@contextmanager
def open_sitting(args: Namespace) -> "Iterator[Sitting]":
    """Open the sitting that ``--dir`` or the current folder means; close it if it is overdue.

    Raises:
        WrongUseError: none is meant, several could be, or its problem is gone.
        StoreError: what the command did could not be stored.
    """
    from harness.session import Sitting, Store, SystemClock, find_session

    with Store() as store:
        tell_faults(store)
        reading = SystemClock().read()
        session = (
            find_session(store, args.dir, reading, exact=True)
            if args.dir
            else find_session(store, Path.cwd(), reading)
        )
        sitting = Sitting.open(store, session, open_catalog(args))
        sitting.close_if_overdue()
        yield sitting
        sitting.demand_stored()


def tell_faults(store: "Store") -> None:
    """Tell what is wrong with the file of sittings, and what was done about it."""
    for line in (*store.notices, store.trouble):
        if line:
            narrate(f"harness: {line}")


@contextmanager
def open_judge(
    problem: Problem,
    *,
    seed: int = 0,
    isolated: bool = False,
    process: "EvaluatorProcess | None" = None,
) -> "Iterator[Grade]":
    """A judge that starts when first asked, so that what was received is stored before.

    Args:
        problem: what is judged.
        seed: for the tests that generate their inputs.
        isolated: refuse to judge where a submission could reach what it should not.
        process: an evaluator that was started ahead.
    """
    with ExitStack() as stack:
        grader: Grader | None = None

        def grade(source: bytes, level: int, on_result: "OnResult | None") -> "Report":
            nonlocal grader
            if grader is None:
                from harness.grading import Grader

                grader = stack.enter_context(Grader(problem, process))
                if isolated:
                    grader.demand_isolation()
            return grader.grade(source, level, seed=seed, on_result=on_result)

        yield grade


def settle(sitting: "Sitting") -> None:
    """Grade what was received but not graded, as after a crash; no judge starts for nothing."""
    with open_judge(sitting.problem) as judge:
        sitting.settle(judge)
