"""The score of a sitting: what its best submission earned, and the sum a person can check."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from harness.grading.report import Report, rounded_score
from harness.session.events import LevelPlan, SessionState


def score(state: SessionState) -> int:
    """Points of the best submission; it can only rise, and speed earns nothing."""
    return state.best.score if state.best else 0


def arithmetic(state: SessionState) -> tuple[str, ...]:
    """The score as lines: a product for each level of the best submission, then their sum."""
    best = state.best
    if best is None or best.judged is None:
        return ()
    scored = [level for level in best.judged.levels if level.max_points]
    products = tuple(
        f"level {level.level}: {level.scored_passed} of {level.scored_total} scored tests"
        f" \N{MULTIPLICATION SIGN} {level.max_points} points = {amount(level.points)}"
        for level in scored
    )
    exact = sum((level.points for level in best.judged.levels), Fraction(0))
    rounding = "" if exact == best.score else f", rounded {best.score}"
    return (*products, f"submission {best.number}: {amount(exact)}{rounding}")


def in_plan(report: Report, levels: Sequence[LevelPlan]) -> Report:
    """The report with the points that a sitting promised, which may leave levels out."""
    promised = tuple(
        result.model_copy(update={"max_points": levels[result.level - 1].points})
        for result in report.levels
    )
    worth = sum(plan.points for plan in levels)
    return report.model_copy(
        update={"levels": promised, "score": rounded_score(promised), "max_score": worth}
    )


def amount(points: Fraction) -> str:
    """Points as people write them: at most two decimals, none that say nothing."""
    exact = Decimal(points.numerator) / Decimal(points.denominator)
    text = f"{exact.quantize(Decimal('0.01'), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".")
