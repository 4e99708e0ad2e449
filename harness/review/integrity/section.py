"""The section on integrity: what a reviewer of the code would ask about, and never a verdict."""

from collections.abc import Iterator

from harness.catalog import Problem
from harness.review.habits.finding import Finding
from harness.review.integrity.differential import SEEDS, Difference, Differential
from harness.review.integrity.hidden_values import HiddenValues, hidden_values
from harness.review.integrity.likeness import likeness
from harness.review.integrity.remembered import remembered
from harness.review.integrity.watching import watching
from harness.review.material import Material
from harness.review.remark import Figure, Place, Remark
from harness.review.section import Section
from harness.review.syntax.definitions import SourceFile, parsed
from harness.session import Attempt

_MOST_CALLS = 12


def integrity(material: Material) -> Section:
    """Look at the best submission as an integrity review would.

    Takes some seconds: what it answers to fresh inputs is asked, confined as in every grading.
    """
    best = material.best
    source = parsed(material.text(best)) if best else None
    if best is None or source is None:
        return Section(silence="No submission is Python that can be read.")
    starter = material.starter.decode("utf-8", errors="replace")
    # Tests of later levels could not have been met.
    hidden = hidden_values(material.problem, best.level)
    found = read(source, material.problem, hidden, starter)
    return Section(
        remarks=(
            *_of_answers(material, best),
            *(_remark(best, source, finding) for finding in found),
        )
    )


def read(
    source: SourceFile, problem: Problem, hidden: HiddenValues, starter: str
) -> Iterator[Finding]:
    """All that a reviewer would ask about on reading the file.

    Args:
        source: the file.
        problem: what it solves.
        hidden: what only its scored tests hold.
        starter: what the person was given to begin with.
    """
    yield from remembered(source, hidden)
    yield from watching(source, hidden)
    known = likeness(source, problem, starter)
    if known is not None:
        yield known


def _of_answers(material: Material, best: Attempt) -> Iterator[Remark]:
    if not best.levels_passed:
        return
    with Differential(material.problem, best.levels_passed) as differential:
        differences = tuple(differential.differences(material.sources[best.number]))
    if differences:
        levels = "level 1" if best.levels_passed == 1 else f"levels 1 to {best.levels_passed}"
        yield Remark(
            kind="integrity.fresh_inputs",
            tone="advice",
            sentence=f"It passed every test of {levels}, but is wrong for inputs it had not met: "
            f"{differences[0].message} Either the tests miss a mistake, or the answers were made "
            "for them; a reviewer would ask which.",
            places=tuple(_place(best, difference) for difference in differences),
            figures=(Figure(name="new seeds tried", value=SEEDS, unit="seeds"),),
        )


def _place(best: Attempt, difference: Difference) -> Place:
    calls = [f"{each.call} -> {each.came}" for each in difference.conversation[-_MOST_CALLS:]]
    return Place(submission=best.number, test=difference.test, excerpt="\n".join(calls))


def _remark(best: Attempt, source: SourceFile, finding: Finding) -> Remark:
    return Remark(
        kind=f"integrity.{finding.kind}",
        tone=finding.tone,
        sentence=finding.sentence,
        places=tuple(
            Place(
                submission=best.number,
                file="solution.py",
                first_line=first,
                last_line=last,
                excerpt=source.excerpt(first, last),
            )
            for first, last in finding.lines
        ),
        figures=finding.figures,
    )
