"""Which tests do the mutants need? A few tests that reject all that the whole suite rejects."""

from collections.abc import Collection, Sequence


def needed_tests(tests: Sequence[str], rejections: Sequence[Collection[str]]) -> set[str]:
    """Choose tests that together reject every mutant, none of which could be left out.

    The fewest there could be are too dear to find. So the test that rejects most is taken first,
    then the one that rejects most of the rest, the earlier of two; at last those are dropped that
    later ones have made superfluous.

    Args:
        tests: ids of all of them, in order.
        rejections: for each mutant, the tests that reject it.
    """
    mutants: dict[str, set[int]] = {test: set() for test in tests}
    for index, rejecting in enumerate(rejections):
        for test in rejecting:
            mutants[test].add(index)
    chosen: list[str] = []
    left = {index for index, rejecting in enumerate(rejections) if rejecting}
    while left:
        best = max(tests, key=lambda test: len(mutants[test] & left))
        chosen.append(best)
        left -= mutants[best]
    for test in list(chosen):
        others = set[int]().union(*(mutants[other] for other in chosen if other != test))
        if mutants[test] <= others:
            chosen.remove(test)
    return set(chosen)
