"""Summary: where a sitting stands at one instant, for people, scripts and screens alike."""

from harness.catalog.models import Model
from harness.session import clock
from harness.session.clock import Phase
from harness.session.events import SessionState
from harness.session.summary.jumps import jumps
from harness.session.summary.score import arithmetic, score


class LevelSummary(Model):
    """One level as the best submission left it; the counts are 0 before it was graded."""

    number: int
    name: str
    points: int
    pace: int
    """Guide time in minutes."""
    unlocked: bool
    passed: int = 0
    total: int = 0
    scored_passed: int = 0
    scored_total: int = 0
    earned: float = 0.0
    """Points, not yet rounded."""
    seconds_spent: int = 0
    """How long the level has been the one to work on."""


class Summary(Model):
    """Where a sitting stands; all instants are milliseconds since the Unix epoch, UTC."""

    session: str
    problem: str
    name: str
    mode: str
    phase: Phase
    folder: str
    level: int
    """The highest unlocked level."""
    level_count: int
    score: int
    max_score: int
    started_at: int
    deadline: int
    seconds_left: int
    seconds_elapsed: int
    minutes: int
    submissions: int
    overtime: int
    """Submissions after the end, which score nothing."""
    hints: int
    """How many hints were taken; they cost nothing."""
    levels: tuple[LevelSummary, ...]
    arithmetic: tuple[str, ...]
    clocks: tuple[str, ...] = ()
    """What the machine's clocks did meanwhile, a line each; the sitting's own time just went on."""
    next: str
    """What to do now, in one plain sentence."""


def summarize(state: SessionState, now: int) -> Summary:
    """Say where the sitting stands at this instant."""
    started = state.started
    elapsed = clock.elapsed(state, now) // 1000
    left = -(-clock.left(state, now) // 1000)  # rounded up: 0 only when time is up
    return Summary(
        session=started.session,
        problem=started.problem,
        name=started.name,
        mode=state.mode.name,
        phase=clock.phase(state, now),
        folder=started.folder,
        level=state.level,
        level_count=len(state.levels),
        score=score(state),
        max_score=state.max_score,
        started_at=started.at,
        deadline=clock.deadline(state, now),
        seconds_left=left,
        seconds_elapsed=elapsed,
        minutes=started.minutes,
        submissions=len(state.submissions),
        overtime=len(state.overtime),
        hints=len(state.hints),
        levels=_levels(state, now),
        arithmetic=arithmetic(state),
        clocks=jumps(state),
        next=_next(state, clock.phase(state, now)),
    )


def _levels(state: SessionState, now: int) -> tuple[LevelSummary, ...]:
    best = state.best.judged if state.best else None
    results = {result.level: result for result in best.levels} if best else {}
    summaries = []
    for plan in state.levels[state.started.first_level - 1 :]:
        pace = clock.pace(state, plan.number, now)
        summary = LevelSummary(
            number=plan.number,
            name=plan.name,
            points=plan.points,
            pace=plan.pace,
            unlocked=pace is not None,
            seconds_spent=pace.spent // 1000 if pace else 0,
        )
        if result := results.get(plan.number):
            summary = summary.model_copy(
                update={
                    "passed": result.passed,
                    "total": result.total,
                    "scored_passed": result.scored_passed,
                    "scored_total": result.scored_total,
                    "earned": round(float(result.points), 2),
                }
            )
        summaries.append(summary)
    return tuple(summaries)


def _next(state: SessionState, phase: Phase) -> str:
    """The one sentence that is always on screen."""
    if state.ungraded:
        return f"Submission {state.ungraded[0].number} waits for its verdict: resume to grade it."
    if phase.over:
        return "The sitting is over: start another in an empty folder."
    if phase is Phase.PAUSED:
        return "The clock stands: resume to let it run again."
    if state.complete:
        return "Everything passes: finish the sitting."
    return _next_at_work(state)


def _next_at_work(state: SessionState) -> str:
    last = state.submissions[-1] if state.submissions else None
    if last is None or last.judged is None or last.level < state.level:
        return f"Read level_{state.level}/statement.md, extend solution.py and submit."
    if last.faulted:
        return "The harness failed to grade the last submission: submit again."
    failing = last.judged.failing
    if not failing:
        return f"The submission ended in a {last.judged.verdict}: mend solution.py, submit again."
    tests = "1 test fails" if failing == 1 else f"{failing} tests fail"
    return f"{tests}: mend solution.py and submit again."
