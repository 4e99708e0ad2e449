"""Anything a person may do, in any order, against a model simple enough to be believed."""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from harness.catalog import Catalog, load_problem
from harness.errors import RefusedError
from harness.grading.report import Report
from harness.session import MODES, OnResult, Phase, Sitting, Store
from tests.conftest import write_problem
from tests.session.doubles import MINUTE, POINTS, FakeClock, FakeJudge, passing, save

TOTAL = 90 * MINUTE
PASSES = st.lists(st.integers(0, 3), min_size=3, max_size=3).map(tuple)


class CrashError(Exception):
    """The process died."""


class SittingMachine(RuleBasedStateMachine):
    """Drives a real Sitting on a real store; the model is the attributes below."""

    def __init__(self) -> None:
        super().__init__()
        self.top = Path(mkdtemp())
        problem = load_problem(write_problem(self.top))
        self.catalog = Catalog({problem.id: problem}, ())
        self.store = Store(self.top / "sessions.db")
        self.clock = FakeClock()
        self.judge = FakeJudge()
        self.used = 0
        self.standing = False
        self.finished = False
        self.level = 1
        self.score = 0
        self.count = 0
        self.waiting: list[tuple[int, tuple[int, ...]]] = []

    def teardown(self) -> None:
        self.store.close()
        rmtree(self.top)

    @initialize(mode=st.sampled_from(sorted(MODES)))
    def start(self, mode: str) -> None:
        problem = self.catalog.problems["counter"]
        folder = self.top / "work"
        self.mode = MODES[mode]
        self.sitting = Sitting.start(self.store, problem, self.mode, folder, clock=self.clock)

    @property
    def running(self) -> bool:
        return not self.standing and not self.finished and self.used < TOTAL

    def learn(self, level: int, passes: tuple[int, ...]) -> None:
        """What the model makes of a verdict."""
        earned = [POINTS[k] * max(0, passes[k] - 1) // 2 for k in range(level)]
        self.score = max(self.score, sum(earned))
        passed = next((k for k in range(level) if passes[k] < 3), level)
        self.level = max(self.level, min(3, passed + 1))

    @rule(milliseconds=st.integers(0, 25 * MINUTE))
    def time_passes(self, milliseconds: int) -> None:
        self.clock.at += milliseconds
        if self.running:
            self.used = min(TOTAL, self.used + milliseconds)

    @rule(passes=PASSES)
    def submit(self, passes: tuple[int, ...]) -> None:
        save(self.sitting.folder, passing(*passes))
        if not self.running:
            with pytest.raises(RefusedError):
                self.sitting.submit(self.judge)
            return
        self.count += 1
        level = self.level
        self.sitting.submit(self.judge)
        self.learn(level, passes)

    @rule()
    def submit_to_a_broken_judge(self) -> None:
        if self.running:
            save(self.sitting.folder, b"fault")
            self.count += 1
            self.sitting.submit(self.judge)

    @precondition(lambda self: self.running)
    @rule(passes=PASSES)
    def crash_while_grading(self, passes: tuple[int, ...]) -> None:
        def crash(source: bytes, level: int, on_result: OnResult | None) -> Report:
            raise CrashError

        save(self.sitting.folder, passing(*passes))
        self.count += 1
        self.waiting.append((self.level, passes))
        with pytest.raises(CrashError):
            self.sitting.submit(crash)
        self.reopen()

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store(self.top / "sessions.db")
        self.sitting = Sitting.open(self.store, self.sitting.id, self.catalog, clock=self.clock)

    @rule()
    def settle(self) -> None:
        self.sitting.settle(self.judge)
        for level, passes in self.waiting:
            self.learn(level, passes)
        self.waiting = []

    @rule()
    def pause(self) -> None:
        if self.running and self.mode.pausable:
            self.sitting.pause()
            self.standing = True
        else:
            with pytest.raises(RefusedError):
                self.sitting.pause()

    @rule()
    def resume(self) -> None:
        if self.standing and not self.finished:
            self.sitting.resume()
            self.standing = False
        else:
            with pytest.raises(RefusedError):
                self.sitting.resume()

    @precondition(lambda self: self.clock.at % 3 == 0)  # not so often that little else happens
    @rule()
    def finish(self) -> None:
        if self.running or (self.standing and not self.finished):
            self.sitting.finish()
            self.finished = True
        else:
            with pytest.raises(RefusedError):
                self.sitting.finish()

    @rule()
    def close_if_overdue(self) -> None:
        self.sitting.close_if_overdue()

    @invariant()
    def the_summary_is_what_the_model_says(self) -> None:
        summary = self.sitting.summary()
        assert summary.score == self.score
        assert summary.level == self.level
        assert summary.submissions == self.count
        assert summary.seconds_elapsed == self.used // 1000
        over = self.finished or self.used == TOTAL
        assert summary.phase.over == over
        assert (summary.phase is Phase.PAUSED) == (self.standing and not over)
        assert (summary.seconds_left > 0) == (not over)

    @invariant()
    def the_folder_holds_the_open_levels_and_no_other(self) -> None:
        laid_out = {path.name for path in self.sitting.folder.glob("level_*")}
        assert laid_out == {f"level_{number}" for number in range(1, self.level + 1)}


SittingMachine.TestCase.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
TestSittingMachine = SittingMachine.TestCase
