"""Grading a sitting's file at every save, until its time is up."""

from argparse import Namespace
from collections.abc import Mapping
from datetime import datetime
from time import sleep

from harness.cli.asking.opening import open_sitting
from harness.cli.telling.page import clock_text, status_page
from harness.cli.telling.run_lines import regressed, run_lines
from harness.cli.telling.streams import flush, narrate, tell, tell_json
from harness.cli.watching.saves import POLL_SECONDS, Saves
from harness.errors import ExitCode, HarnessError, RefusedError
from harness.grading import Grader, Report
from harness.grading.evaluator_process import EvaluatorProcess
from harness.session import SOLUTION, OnResult, Phase, Sitting


def watch_sitting(args: Namespace, process: EvaluatorProcess) -> int:
    """Watch the sitting that the line means until it is over.

    Raises:
        RefusedError: it is over already, or another window is open on it.
    """
    with open_sitting(args) as sitting:
        if sitting.state.end is not None:
            raise RefusedError("The sitting is over: `harness status` shows how it ended.")
        if args.take_over:
            sitting.take_over("harness watch")
        else:
            sitting.claim("harness watch")
        try:
            with Grader(sitting.problem, process) as grader:
                return _Watch(sitting, grader, as_json=args.json).run()
        finally:
            sitting.release()


class _Watch:
    """What was told so far, and the loop that tells the rest."""

    def __init__(self, sitting: Sitting, grader: Grader, *, as_json: bool) -> None:
        self._sitting = sitting
        self._grader = grader
        self._as_json = as_json
        state = sitting.state
        self._before = state.submissions[-1].report if state.submissions else None
        self._saves = Saves(sitting.folder / SOLUTION, self._submitted_last())
        self._marks = sitting.marks()
        self._level = state.level
        self._trouble = ""
        self._standing = False

    def run(self) -> int:
        """Watch until the end, which is 0, or until another window takes over."""
        self._begin()
        while True:
            summary = self._sitting.summary()
            if summary.phase.over:
                return self._end()
            if not self._sitting.holds:
                raise RefusedError("Another window took this sitting over; watching ends here.")
            self._tell_clock(summary.phase)
            source = self._saves.news()
            if source is not None:
                self._saved(source, summary.phase)
            self._tell_opened()
            sleep(POLL_SECONDS)

    def _begin(self) -> None:
        self._sitting.settle(self._grade)
        summary = self._sitting.summary()
        self._say(
            {"event": "watching", "sitting": summary.model_dump(mode="json")},
            f"{summary.name}, {summary.mode}: {clock_text(summary.seconds_left)} left. "
            f"{summary.next}",
        )
        narrate(f"harness: every save of {summary.folder}/{SOLUTION} is submitted; Ctrl+C stops.")

    def _grade(self, source: bytes, level: int, on_result: OnResult | None) -> Report:
        return self._grader.grade(source, level, on_result=on_result)

    def _saved(self, source: bytes, phase: Phase) -> None:
        if phase is Phase.PAUSED:
            self._sitting.snapshot(source)
            return
        try:
            if self._sitting.handed_over:
                text = (
                    "what the other window had not saved is in the file; `harness submit` sends it"
                )
                self._say({"event": "handed over"}, f"harness: {text}")
                return
            report = self._sitting.submit(self._grade)
        except HarnessError as error:
            # Time may have run out since, or the file be gone: the next look says so.
            self._say({"event": "trouble", "text": str(error)}, f"harness: {error}")
            return
        lost = [test.id for test in regressed(report, self._before)]
        first, *rest = run_lines(report, self._before)
        summary = self._sitting.summary()
        facts = {
            "event": "run",
            "number": summary.submissions,
            "regressed": lost,
            "best": summary.score,
            "seconds_left": summary.seconds_left,
            "report": report.model_dump(mode="json"),
        }
        standing = (
            f"  score {report.score} of {report.max_score}, best {summary.score}; "
            f"{clock_text(summary.seconds_left)} left"
        )
        self._say(facts, "\n".join([f"{_time()}  {first}", *rest, standing]))
        self._before = report

    def _tell_opened(self) -> None:
        level = self._sitting.state.level
        for opened in range(self._level + 1, level + 1):
            file = f"level_{opened}/statement.md"
            self._say(
                {"event": "opened", "level": opened, "statement": file},
                f"{_time()}  level {opened} is open: {file}",
            )
        self._level = max(self._level, level)

    def _tell_clock(self, phase: Phase) -> None:
        for mark in sorted(self._sitting.marks() - self._marks, key=lambda mark: mark.text):
            facts = {"event": "mark", "level": mark.level, "minutes": mark.minutes}
            self._say(facts, f"{_time()}  {mark.text}")
            self._marks |= {mark}
        standing = phase is Phase.PAUSED
        if standing != self._standing:
            self._standing = standing
            word = "the clock stands" if standing else "the clock goes on"
            self._say({"event": "paused" if standing else "resumed"}, f"{_time()}  {word}")
        trouble = self._sitting.trouble
        if trouble != self._trouble:
            self._trouble = trouble
            line = f"{trouble} Until then all is kept in memory." if trouble else "all is stored"
            self._say({"event": "trouble", "text": trouble}, f"harness: {line}")

    def _end(self) -> int:
        self._sitting.close_if_overdue()
        self._sitting.settle(self._grade)
        summary = self._sitting.summary()
        self._say(
            {"event": "ended", "sitting": summary.model_dump(mode="json")},
            f"{_time()}  {summary.phase}\n\n{status_page(summary)}",
        )
        return ExitCode.OK

    def _submitted_last(self) -> bytes:
        """The text that need not be submitted again: the last run's, or the starter."""
        submissions = self._sitting.state.submissions
        if submissions:
            return self._sitting.submitted(submissions[-1])
        return self._sitting.starter

    def _say(self, facts: Mapping[str, object], text: str) -> None:
        if self._as_json:
            tell_json(facts)
        else:
            tell(text)
        flush()


def _time() -> str:
    return f"{datetime.now().astimezone():%H:%M:%S}"
