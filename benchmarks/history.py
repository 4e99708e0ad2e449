"""How long `history` and opening a sitting take when a person has practised for years.

    python benchmarks/history.py [--sittings 1000] [--submissions 100]

Makes that many sittings of a built-in problem, each with that many submissions whose reports are
those of the real judge, each failing in words of its own, then asks as a command does: with the
file just opened.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, time_ns

from harness.catalog import Problem, load_catalog
from harness.grading import Grader, Report
from harness.session import MODES, Sitting, Store, history
from harness.session.clock import SystemClock
from harness.session.events import Event, Finished, Graded, Started, Submitted, fold
from harness.session.sitting.beginning import plan
from harness.session.store import source_hash
from harness.session.summary import standing

MINUTE = 60_000
ROUNDS = 7
TARGETS = {"history": 0.3, "opening a sitting": 0.1}


def main() -> int:
    """Make the store, measure, print; 1 if a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sittings", type=int, default=1000)
    parser.add_argument("--submissions", type=int, default=100)
    args = parser.parse_args()
    catalog = load_catalog()
    problem = catalog.problem("key_value_store")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sessions.db"
        reports = real_reports(problem)
        session = fill(file, problem, reports, args.sittings, args.submissions)
        size = file.stat().st_size
        print(
            f"{args.sittings} sittings of {args.submissions} submissions: "
            f"{size / 1e6:.0f} MB, {size / args.sittings / 1e3:.0f} kB a sitting"
        )

        def ask_history() -> None:
            with Store(file) as store:
                assert len(history(store, time_ns() // 1_000_000)) == args.sittings

        def open_one() -> None:
            with Store(file) as store:
                sitting = Sitting.open(store, session, catalog)
                assert sitting.summary().submissions == args.submissions

        figures = {"history": timed(ask_history), "opening a sitting": timed(open_one)}
    for what, seconds in figures.items():
        print(f"{what}: median {seconds * 1000:.0f} ms (target {TARGETS[what] * 1000:.0f} ms)")
    return int(any(seconds > TARGETS[what] for what, seconds in figures.items()))


def real_reports(problem: Problem) -> dict[int, list[tuple[bytes, Report]]]:
    """What the judge says of known submissions, by the level they were graded on."""
    judged: dict[int, list[tuple[bytes, Report]]] = {}
    with Grader(problem) as grader:
        for number in range(1, len(problem.levels) + 1):
            known = [problem.starter_file, problem.reference(number)]
            known += [entry.path for entry in problem.submissions if entry.mistake][:3]
            for path in known:
                source = path.read_bytes()
                pair = (source, grader.grade(source, number))
                judged.setdefault(number, []).append(pair)
    return judged


def fill(
    file: Path,
    problem: Problem,
    reports: dict[int, list[tuple[bytes, Report]]],
    sittings: int,
    submissions: int,
) -> str:
    """Store the sittings and return the id of one in the middle."""
    chance = random.Random(1)
    with Store(file) as store:
        for number in range(sittings):
            events, sources = one_sitting(problem, reports, number, submissions, chance)
            store.take_in(events, sources, standing(fold(events)))
    return f"sitting-{sittings // 2}"


def one_sitting(
    problem: Problem,
    reports: dict[int, list[tuple[bytes, Report]]],
    number: int,
    submissions: int,
    chance: random.Random,
) -> tuple[list[Event], dict[str, bytes]]:
    """A finished sitting whose every submission has a text of its own."""
    reading = SystemClock().read()
    mode = MODES["practice"]
    at = reading.wall - (number + 1) * 24 * 60 * MINUTE
    started = Started(
        at=at,
        session=f"sitting-{number}",
        problem=problem.id,
        problem_uuid=problem.uuid,
        problem_version=problem.version,
        package_hash=problem.package_hash() if number == 0 else "0" * 64,
        name=problem.name,
        mode=mode,
        minutes=problem.minutes,
        folder=f"/sittings/{number}",
        levels=plan(problem, mode, 1),
        reading=reading,
    )
    events: list[Event] = [started]
    sources: dict[str, bytes] = {}
    level = 1
    for index in range(1, submissions + 1):
        at += MINUTE // 2
        known, report = chance.choice(reports[level])
        source = known + f"# {number} {index} {chance.random()}\n".encode()
        name = source_hash(source)
        sources[name] = source
        events.append(Submitted(at=at, number=index, level=level, source_hash=name))
        said = in_own_words(report, f"{number}.{index}")
        events.append(Graded(at=at, number=index, report=said))
        if report.accepted:
            level = min(level + 1, len(problem.levels))
    return [*events, Finished(at=at, reason="finished")], sources


def in_own_words(report: Report, words: str) -> Report:
    """The report with a first failure that no other has, so that the file cannot share it."""
    first = next((place for place, test in enumerate(report.tests) if not test.accepted), None)
    if first is None:
        return report
    test = report.tests[first]
    own = test.model_copy(update={"message": f"{test.message} ({words})"})
    tests = (*report.tests[:first], own, *report.tests[first + 1 :])
    return report.model_copy(update={"tests": tests})


def timed(ask: Callable[[], None]) -> float:
    """The median of some rounds, in seconds."""
    rounds = []
    for _ in range(ROUNDS):
        start = perf_counter()
        ask()
        rounds.append(perf_counter() - start)
    return median(rounds)


if __name__ == "__main__":
    sys.exit(main())
