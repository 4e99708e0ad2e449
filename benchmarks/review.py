"""How long a review takes of a sitting of a hundred submissions, when there were others before.

    python benchmarks/review.py [--submissions 100] [--sittings 10]

The reports are those of the real judge. Measured is all that ``harness review --html`` does once
it has the problems, but own tests and integrity, which judge anew.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time, time_ns

from history import fill, real_reports  # beside this file

from harness.catalog import load_catalog
from harness.review import Review, past_sittings, review_sitting
from harness.review.page import page
from harness.session import Sitting, Store

TARGET = 2.0
"""Seconds of one processor: nothing here waits, so that is how long a person waits too."""
ROUNDS = 5


def main() -> int:
    """Make the store, measure, print; 1 if the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=100)
    parser.add_argument("--sittings", type=int, default=10)
    args = parser.parse_args()
    catalog = load_catalog()
    problem = catalog.problem("key_value_store")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sessions.db"
        session = fill(file, problem, real_reports(problem), args.sittings, args.submissions)

        def whole() -> Review:
            """What a command does; no report was read before."""
            with Store(file) as store:
                sitting = Sitting.open(store, session, catalog)
                past = past_sittings(store, time_ns() // 1_000_000)
                return review_sitting(sitting, past, catalog)

        review = whole()
        figures = {"the review": cpu_seconds(whole), "its page": cpu_seconds(lambda: page(review))}
    print(
        f"{args.submissions} submissions, {review.concepts.sittings} sittings, "
        f"{len(review.remarks)} remarks"
    )
    for what, seconds in figures.items():
        print(f"{what}: median {seconds * 1000:.0f} ms of CPU")
    total = sum(figures.values())
    print(f"in all {total:.2f} s (target {TARGET:g} s)")
    return int(total > TARGET)


def cpu_seconds(step: Callable[[], object]) -> float:
    """The median of some rounds."""
    rounds = []
    for _ in range(ROUNDS):
        start = process_time()
        step()
        rounds.append(process_time() - start)
    return median(rounds)


if __name__ == "__main__":
    sys.exit(main())
