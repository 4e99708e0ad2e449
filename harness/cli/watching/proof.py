"""``harness verify P --watch``: an author's loop, from save to finding."""

from time import sleep
from typing import NoReturn

from harness.authoring.finding import Finding
from harness.authoring.proving.reproof import News, Reproof
from harness.catalog import Problem
from harness.cli.telling.streams import flush, narrate, narrating, tell, tell_json
from harness.cli.watching.saves import POLL_SECONDS
from harness.errors import ExitCode


def watch_problem(problem: Problem, *, as_json: bool) -> int:
    """Prove a problem now, and at every save what it touched; only an interruption ends it."""
    narrate(f"harness: {problem.id} is proved at every save; Ctrl+C stops.")
    try:
        with Reproof(problem) as reproof:
            _follow(problem.id, reproof, as_json=as_json)
    except KeyboardInterrupt:
        narrate("harness: stopped watching.")
        return ExitCode.OK


def _follow(problem_id: str, reproof: Reproof, *, as_json: bool) -> NoReturn:
    settled = False
    while True:
        news = reproof.notice_saves()
        settled = settled and news is None
        if news is not None:
            _tell_news(news, as_json=as_json)
        if reproof.waiting:
            if narrating() and reproof.waiting % 10 == 0:
                narrate(f"{problem_id}: {reproof.waiting} checks to go")
            _tell_news(reproof.prove_next(), as_json=as_json)
        elif not settled:
            settled = True
            _tell_state(problem_id, reproof, as_json=as_json)
        else:
            sleep(POLL_SECONDS)


def _tell_news(news: News, *, as_json: bool) -> None:
    for event, findings in (("mended", news.mended), ("appeared", news.appeared)):
        for finding in findings:
            if as_json:
                tell_json({"event": event, "finding": _facts(finding)})
            else:
                tell(f"{'mended: ' if event == 'mended' else ''}{finding}")
    flush()


def _tell_state(problem_id: str, reproof: Reproof, *, as_json: bool) -> None:
    """What holds once nothing is left to prove."""
    findings = reproof.findings
    sound = not any(finding.severity == "error" for finding in findings)
    if as_json:
        told = [_facts(finding) for finding in findings]
        tell_json({"event": "proved", "problem": problem_id, "sound": sound, "findings": told})
    else:
        count = f", {len(findings)} finding{'s' if len(findings) != 1 else ''}" if findings else ""
        tell(f"{problem_id}: {'sound' if sound else 'not sound'}{count}")
    flush()


def _facts(finding: Finding) -> dict[str, object]:
    return {**finding.model_dump(mode="json"), "severity": finding.severity}
