"""How long a review takes of a sitting of a hundred submissions, when there were others before.

    python benchmarks/review.py [--submissions 100] [--sittings 10]

The reports are those of the real judge. Measured is all that ``harness review`` does with an open
store but own tests and integrity, which judge anew: looking back on the sittings, the review
itself, and its page.
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
from harness.review import past_sittings, review_sitting
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
        with Store(file) as store:
            sitting = Sitting.open(store, session, catalog)
            past = past_sittings(store, time_ns() // 1_000_000)
            review = review_sitting(sitting, past, catalog)
            steps: dict[str, Callable[[], object]] = {
                f"looking back on {len(past)} sittings": lambda: past_sittings(
                    store, time_ns() // 1_000_000
                ),
                "the review": lambda: review_sitting(sitting, past, catalog),
                "its page": lambda: page(review),
            }
            figures = {what: cpu_seconds(step) for what, step in steps.items()}
    print(f"{args.submissions} submissions, {len(review.remarks)} remarks")
    for what, seconds in figures.items():
        print(f"{what}: median {seconds * 1000:.0f} ms")
    whole = sum(figures.values())
    print(f"in all {whole:.2f} s (target {TARGET:g} s)")
    return int(whole > TARGET)


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
