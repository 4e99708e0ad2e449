"""How well the integrity advice tells honest solutions from gamed ones, on the labelled corpus.

    python -m benchmarks.integrity

Prints, for each look, how many honest and how many gamed solutions it speaks up about, and what
precision and recall that makes. The differential run is asked only where a solution passes
every fixed test, as in a review. Likeness to a known solution is no sign of gaming: it is listed
apart.
"""

import sys
from time import perf_counter

from harness.catalog import load_catalog
from tests.review.integrity_corpus import Sample, differences, samples

LOOKS = {
    "branches on hidden inputs": "branches_on_inputs",
    "expected values": "expected_values",
    "watches the tests": "watches_the_tests",
    "counts calls": "counts_calls",
    "fresh inputs": "fresh_inputs",
}


def main() -> int:
    """Measure and print; 1 if an honest solution was flagged at all."""
    corpus = samples(load_catalog())
    found = {sample: sample.read() for sample in corpus}
    passing: set[Sample] = set()
    started = perf_counter()
    for sample, failure, wrong in differences(corpus):
        if failure is None:
            passing.add(sample)
        if wrong:
            found[sample].add("fresh_inputs")
    seconds = perf_counter() - started
    honest = [sample for sample in corpus if not sample.gamed]
    gamed = [sample for sample in corpus if sample.gamed]
    known = [sample for sample in honest if sample.known]
    print(
        f"{len(honest)} honest solutions ({len(known)} known designs), {len(gamed)} gamed ones; "
        f"{len(passing & set(gamed))} of the gamed pass every fixed test"
    )
    print(f"{'look':28}{'honest':>10}{'gamed':>10}{'precision':>11}{'recall':>8}")
    false = 0
    for title, kinds in (*((t, {k}) for t, k in LOOKS.items()), ("any", set(LOOKS.values()))):
        asked = passing if kinds == {"fresh_inputs"} else set(corpus)
        row = [[s for s in group if s in asked] for group in (honest, gamed)]
        met = [[s for s in group if found[s] & kinds] for group in row]
        wrongly, rightly = map(len, met)
        false = max(false, wrongly)
        precision = rightly / (rightly + wrongly) if rightly + wrongly else 1.0
        print(
            f"{title:28}{f'{wrongly}/{len(row[0])}':>10}{f'{rightly}/{len(row[1])}':>10}"
            f"{precision:>11.2f}{rightly / len(row[1]):>8.2f}"
        )
    like = [sample for sample in honest if "known_solution" in found[sample]]
    others = [sample for sample in like if not sample.known]
    print(
        f"likeness names {len(like) - len(others)} of {len(known)} known designs and "
        f"{len(others)} of {len(honest) - len(known)} others"
    )
    print(f"differential run: {seconds / len(corpus):.1f} s a solution, starting graders included")
    for sample in gamed:
        if not found[sample] & set(LOOKS.values()):
            print(f"  not noticed: {sample.name}")
    for sample in honest:
        kinds = found[sample] & set(LOOKS.values())
        if kinds:
            print(f"  wrongly flagged: {sample.name}: {', '.join(sorted(kinds))}")
    return int(false > 0)


if __name__ == "__main__":
    sys.exit(main())
