"""The section on own tests: which are wrong, and which mistakes they would not have noticed."""

from collections import Counter
from collections.abc import Iterator

from harness.catalog import Problem
from harness.grading.own_tests import OwnTest
from harness.review.material import Material
from harness.review.own_tests.mistakes import Mistake
from harness.review.own_tests.strength import Strength, strength
from harness.review.remark import Figure, Place, Remark
from harness.review.section import Section
from harness.review.wording import counted, listed

FILE = "my_tests.py"
_STRONG = 0.8
"""From this share of the known mistakes on, the tests are praised."""
_MOST_NAMED = 3
_LONGEST = 300


def own_tests(material: Material) -> Section:
    """Run ``my_tests.py`` on the references and on known mistakes.

    Takes some seconds; everything is confined as in every run of one's own tests.
    """
    if material.own_tests is None:
        return Section(silence=f"The folder of the sitting has no {FILE} that can be read.")
    # A level that was opened and not worked on has no tests yet, and nothing is missing.
    worked_on = [attempt.level for attempt in material.state.submissions]
    level = max(worked_on, default=material.state.started.first_level)
    found = strength(material.problem, level, material.own_tests)
    if found.message:
        return Section(silence=f"{FILE} could not be run on the reference: {found.message}")
    lines = material.own_tests.decode("utf-8", errors="replace").splitlines()
    return Section(remarks=tuple(_remarks(found, material.problem, lines)))


def _remarks(found: Strength, problem: Problem, lines: list[str]) -> Iterator[Remark]:
    if found.wrong:
        yield _of_wrong(found, lines)
    if not found.right:
        return
    known = [mistake for mistake in found.missed if mistake.file]
    tried = [mistake for mistake in (*found.noticed, *found.missed) if mistake.file]
    if tried:
        yield _of_strength(found, len(tried), len(known))
    if known:
        yield _of_missed(known)
    changed = [mistake for mistake in found.missed if not mistake.file]
    if changed:
        yield _of_changes(found, changed, problem)


def _of_wrong(found: Strength, lines: list[str]) -> Remark:
    all_ = len(found.wrong) + len(found.right)
    fail = "fails" if len(found.wrong) == 1 else "fail"
    return Remark(
        kind="own_tests.wrong",
        tone="advice",
        sentence=f"{len(found.wrong)} of your {counted(all_, 'test')} {fail} on the reference "
        "too: what is expected there is not what the statement says. Read that sentence again "
        "before the code is changed.",
        places=tuple(_place(test, lines) for test in found.wrong),
        figures=(Figure(name="tests that the reference fails", value=len(found.wrong)),),
    )


def _place(test: OwnTest, lines: list[str]) -> Place:
    if test.line is None or not 1 <= test.line <= len(lines):
        return Place(file=FILE, test=test.name, excerpt=test.message[:_LONGEST])
    return Place(
        file=FILE,
        test=test.name,
        first_line=test.line,
        last_line=test.line,
        excerpt=lines[test.line - 1],
    )


def _of_strength(found: Strength, tried: int, missed: int) -> Remark:
    noticed = tried - missed
    is_strong = noticed >= _STRONG * tried
    right = len(found.right)
    tests = "The one right test of yours notices" if right == 1 else f"Your {right} tests notice"
    return Remark(
        kind="own_tests.strong" if is_strong else "own_tests.strength",
        tone="well" if is_strong else "fact",
        sentence=f"{tests} {noticed} of "
        f"{counted(tried, 'mistake')} that people are known to make here.",
        places=(Place(file=FILE),),
        figures=(
            Figure(name="right tests", value=len(found.right), unit="tests"),
            Figure(name="known mistakes noticed", value=noticed),
            Figure(name="known mistakes tried", value=tried),
        ),
    )


def _of_missed(known: list[Mistake]) -> Remark:
    shown = known[:_MOST_NAMED]
    named = "; ".join(mistake.name for mistake in shown)
    more = len(known) - len(shown)
    ending = f"; and {more} more" if more else ""
    return Remark(
        kind="own_tests.missed",
        tone="advice",
        sentence=f"No test of yours would notice these mistakes: {named}{ending}. A test of one "
        "sentence of the statement each would.",
        places=tuple(Place(file=mistake.file, excerpt=mistake.name) for mistake in known),
        figures=(Figure(name="known mistakes missed", value=len(known)),),
    )


def _of_changes(found: Strength, changed: list[Mistake], problem: Problem) -> Remark:
    tried = [mistake for mistake in (*found.noticed, *found.missed) if not mistake.file]
    by_method = Counter(mistake.name for mistake in changed)
    often = [f"`{name}`" for name, _ in by_method.most_common(_MOST_NAMED)]
    reference = problem.reference(changed[0].level).relative_to(problem.folder).as_posix()
    return Remark(
        kind="own_tests.changes",
        tone="fact",
        sentence=f"Of {counted(len(tried), 'small change')} to the reference, a sample of all, "
        f"{len(changed)} would go unnoticed by your tests, most of them in {listed(often)}.",
        places=(Place(file=reference, excerpt=", ".join(sorted(by_method))),),
        figures=tuple(
            Figure(name=f"unnoticed in {name}", value=count)
            for name, count in by_method.most_common()
        ),
    )
