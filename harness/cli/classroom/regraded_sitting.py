"""A sitting graded again: the new scores beside the recorded ones, which stay as they are."""

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from harness.cli.telling.streams import tell, tell_json
from harness.errors import ExitCode, RefusedError

if TYPE_CHECKING:
    from harness.catalog import Catalog
    from harness.grading import Report
    from harness.session import Attempt, SessionState, Store


def regrade_sitting(
    args: Namespace, catalog: "Catalog", store: "Store", session: str, *, own: bool
) -> ExitCode:
    """Grade every submission of a finished sitting again, and tell what changed.

    Args:
        args: how, as for a class.
        catalog: where its problem is, if not in the folder that it remembers.
        store: where its log is; nothing is written there.
        session: its id.
        own: whether it is this person's own code, which needs no isolation.

    Raises:
        RefusedError: it is still going on.
        WrongUseError: its problem is gone.
    """
    from harness.cli.asking.opening import open_judge
    from harness.session import fold, problem_of, score
    from harness.session.events import Judged
    from harness.session.summary import in_plan

    state = fold(store.events(session))
    if state.end is None:
        raise RefusedError(f"{session}: still goes on; `harness finish` ends it.")
    problem = problem_of(state.started, catalog)
    isolated = args.require_isolation if args.require_isolation is not None else not own
    again: list[Attempt] = []
    with open_judge(problem, isolated=isolated) as judge:
        for attempt in state.submissions:
            if not attempt.counts:
                again.append(attempt)
                continue
            report = judge(store.source(attempt.source_hash), attempt.level, None)
            again.append(replace(attempt, judged=Judged(in_plan(report, state.levels))))
    now = replace(state, submissions=tuple(again))
    return _tell(args, state, now, score(state), score(now))


def _tell(
    args: Namespace, state: "SessionState", now: "SessionState", before: int, after: int
) -> ExitCode:
    from harness.classroom.run import in_words

    session, problem = state.started.session, state.started.problem
    pairs = list(zip(state.submissions, now.submissions, strict=True))
    changed = [(was, new) for was, new in pairs if _differ(was.report, new.report)]
    if args.json:
        tell_json(
            {
                "session": session,
                "problem": problem,
                "score_before": before,
                "score": after,
                "submissions": [
                    {"number": was.number, "before": _facts(was), "now": _facts(new)}
                    for was, new in pairs
                ],
            }
        )
    else:
        for was, new in changed:
            assert was.report is not None
            told = in_words(was.report, new.report)
            tell(f"submission {was.number}: {was.score} → {new.score}, {told}")
        tell(f"{session} ({problem}): score {before}, now {after}; the recorded score stays.")
    if any(new.faulted for _, new in changed):
        return ExitCode.FAULT
    return ExitCode.NO if changed else ExitCode.OK


def _differ(was: "Report | None", new: "Report | None") -> bool:
    from harness.classroom.run import judged

    return was is not None and new is not None and judged(was) != judged(new)


def _facts(attempt: "Attempt") -> dict[str, object] | None:
    if attempt.report is None:
        return None
    return {
        "verdict": str(attempt.report.verdict),
        "score": attempt.report.score,
        "package_hash": attempt.report.package_hash,
    }
