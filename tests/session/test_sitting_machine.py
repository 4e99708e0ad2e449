"""Anything a person may do, and a machine may do to them, in any order, against a simple model.

The wall clock is set forth and back, the machine sleeps and is restarted, the process crashes
while it grades, the disk is full for a while: the model knows of none of these but the time that
really passed, and must be right all the same.
"""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from harness.catalog import Catalog, load_problem
from harness.errors import RefusedError
from harness.grading.report import Report
from harness.session import MODES, OnResult, Phase, Sitting, Store
from tests.conftest import write_problem
from tests.session.doubles import MINUTE, NOON, POINTS, FakeClock, FakeJudge, passing, save

PASSES = st.lists(st.integers(0, 3), min_size=3, max_size=3).map(tuple)
DURATIONS = st.one_of(st.integers(0, 3 * MINUTE), st.integers(0, 40 * MINUTE))
SETTINGS = st.integers(6_000, 300 * MINUTE).flatmap(lambda by: st.sampled_from([by, -by]))
TEXTS = st.sampled_from([b"1", b"2 1", b"3 3 3", b"0"])


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
        self.time = NOON
        self.used = 0
        self.standing = False
        self.finished = False
        self.closed = False
        self.score = 0
        self.count = 0
        self.overtime = 0
        self.waiting: list[tuple[int, tuple[int, ...]]] = []
        self.last_submitted = b""
        self.versions: list[tuple[bytes, int]] = []
        self.full = False
        self.reckoned = True

    def teardown(self) -> None:
        self.store.close()
        rmtree(self.top)

    @initialize(mode=st.sampled_from(sorted(MODES)), last_save=st.booleans())
    def start(self, mode: str, last_save: bool) -> None:
        self.mode = MODES[mode]
        self.first = 2 if self.mode.one_level else 1
        self.levels = 2 if self.mode.one_level else 3
        self.total = (20 if self.mode.one_level else 90) * MINUTE
        self.level = self.open_level = self.first
        self.last_save = last_save
        self.sitting = Sitting.start(
            self.store,
            self.catalog.problems["counter"],
            self.mode,
            self.top / "work",
            level=2 if self.mode.one_level else None,
            grades_last_save=last_save,
            clock=self.clock,
        )
        self.file = (self.top / "work" / "solution.py").read_bytes()

    # The model

    @property
    def running(self) -> bool:
        return not self.standing and not self.finished and self.used < self.total

    @property
    def over(self) -> bool:
        return self.finished or self.used == self.total

    def pass_time(self, milliseconds: int) -> None:
        if self.running:
            self.used = min(self.total, self.used + milliseconds)
        self.time += milliseconds

    def look(self) -> None:
        """What any act does first: it records that time is up."""
        if self.closed or self.finished or self.used < self.total:
            return
        self.closed = True
        deadline = self.sitting.state.closes_at
        assert deadline is not None
        kept = [text for text, at in self.versions if at <= deadline]
        if self.last_save and kept and kept[-1] != self.last_submitted:
            self.count += 1
            self.last_submitted = kept[-1]
            self.keep(kept[-1], deadline)
            self.waiting.append((self.level, passes_of(kept[-1])))

    def learn(self, level: int, passes: tuple[int, ...]) -> None:
        """What the model makes of a verdict."""
        earned = [POINTS[k] * max(0, passes[k] - 1) // 2 for k in range(self.first - 1, level)]
        self.score = max(self.score, sum(earned))
        passed = next((k for k in range(level) if passes[k] < 3), level)
        self.level = max(self.level, min(self.levels, passed + 1))
        self.open_level = max(self.open_level, self.level)

    def keep(self, text: bytes, at: int) -> None:
        if not self.versions or self.versions[-1][0] != text:
            self.versions.append((text, at))

    def write(self, text: bytes) -> None:
        save(self.sitting.folder, text)
        self.file = text

    # What the machine does

    @rule(milliseconds=DURATIONS)
    def time_passes(self, milliseconds: int) -> None:
        self.clock.tick(milliseconds)
        self.pass_time(milliseconds)

    @rule(milliseconds=DURATIONS)
    def sleep(self, milliseconds: int) -> None:
        self.clock.sleep(milliseconds)
        self.pass_time(milliseconds)

    @rule(by=SETTINGS)
    def set_the_clock(self, by: int) -> None:
        self.clock.set(by)
        self.disturb()

    @rule(off=DURATIONS)
    def restart(self, off: int) -> None:
        self.crash()
        self.clock.restart(off)
        self.pass_time(off)
        self.disturb()

    def disturb(self) -> None:
        """Jumps of the clocks are not recorded once the end is; nothing depends on them then."""
        self.reckoned = self.reckoned and self.sitting.state.end is None

    @precondition(lambda self: self.running)
    @rule(off=DURATIONS, back=st.integers(0, 300 * MINUTE))
    def restart_with_the_clock_set_back(self, off: int, back: int) -> None:
        """The best a cheat can do: what was recorded stays, and all after it counts again."""
        seen = self.sitting.state.seen_at
        self.crash()
        self.clock.restart(off)
        self.clock.set(-back)
        self.pass_time(max(seen - self.time, off - back))

    @rule()
    def reopen(self) -> None:
        before = self.sitting.state
        self.crash()
        assert self.sitting.state == before

    def crash(self) -> None:
        """The process ends without a word; what it could not store it has not promised."""
        self.free_the_disk()
        assert self.sitting.state.event_count == self.store.count(self.sitting.id)
        self.store.close()
        self.store = Store(self.top / "sessions.db")
        self.sitting = Sitting.open(self.store, self.sitting.id, self.catalog, clock=self.clock)

    @rule()
    def fill_the_disk(self) -> None:
        (pages,) = self.store._database._db.execute("PRAGMA page_count").fetchone()
        self.store._database._db.execute(f"PRAGMA max_page_count = {pages}")
        self.full = True

    @rule()
    def free_the_disk(self) -> None:
        self.store._database._db.execute("PRAGMA max_page_count = 1073741823")
        self.full = False
        assert self.sitting.state.event_count == self.store.count(self.sitting.id)
        assert self.sitting.trouble == ""

    # What the person does

    @rule(passes=PASSES)
    def submit(self, passes: tuple[int, ...]) -> None:
        self.write(passing(*passes))
        self.look()
        if not self.running:
            with pytest.raises(RefusedError):
                self.sitting.submit(self.judge)
            return
        self.received()
        level = self.level
        self.sitting.submit(self.judge)
        self.learn(level, passes)

    def received(self) -> None:
        self.count += 1
        self.last_submitted = self.file
        self.keep(self.file, self.time)

    @precondition(lambda self: self.running)
    @rule()
    def submit_to_a_broken_judge(self) -> None:
        self.write(b"fault")
        self.received()
        self.sitting.submit(self.judge)

    @precondition(lambda self: self.running)
    @rule(passes=PASSES)
    def crash_while_grading(self, passes: tuple[int, ...]) -> None:
        def crash(source: bytes, level: int, on_result: OnResult | None) -> Report:
            raise CrashError

        self.free_the_disk()
        self.write(passing(*passes))
        self.received()
        self.waiting.append((self.level, passes))
        with pytest.raises(CrashError):
            self.sitting.submit(crash)
        self.reopen()

    @rule()
    def settle(self) -> None:
        self.sitting.settle(self.judge)
        for level, passes in self.waiting:
            self.learn(level, passes)
        self.waiting = []

    @rule(passes=PASSES)
    def submit_overtime(self, passes: tuple[int, ...]) -> None:
        self.write(passing(*passes))
        self.look()
        if not self.over:
            with pytest.raises(RefusedError):
                self.sitting.submit_overtime(self.judge)
            return
        self.keep(self.file, self.time)
        self.overtime += 1
        level = self.open_level
        self.sitting.submit_overtime(self.judge)
        passed = next((k for k in range(level) if passes[k] < 3), level)
        self.open_level = max(self.open_level, min(self.levels, passed + 1))

    @precondition(lambda self: self.reckoned)
    @rule(text=TEXTS)
    def type_and_snapshot(self, text: bytes) -> None:
        self.write(text)
        last, at = self.versions[-1] if self.versions else (b"", NOON)
        expected = text != last and self.time - at >= MINUTE
        assert self.sitting.snapshot() == expected
        if expected:
            self.keep(text, self.time)

    @precondition(lambda self: self.versions)
    @rule(pick=st.integers(0, 1000))
    def restore(self, pick: int) -> None:
        self.look()
        number = pick % len(self.versions)
        wanted = self.versions[number][0]
        full = self.full
        beside = self.sitting.restore(number + 1)
        if self.file != wanted:
            self.keep(self.file, self.time)
        assert beside is None or (full and beside.read_bytes() == self.file)
        self.keep(wanted, self.time)
        self.file = wanted

    @rule()
    def pause(self) -> None:
        self.look()
        if self.running and self.mode.pausable:
            self.sitting.pause()
            self.standing = True
        else:
            with pytest.raises(RefusedError):
                self.sitting.pause()

    @rule()
    def resume(self) -> None:
        self.look()
        if self.standing and not self.finished:
            self.sitting.resume()
            self.standing = False
        else:
            with pytest.raises(RefusedError):
                self.sitting.resume()

    @precondition(lambda self: self.clock.at % 3 == 0)  # not so often that little else happens
    @rule()
    def finish(self) -> None:
        self.look()
        if self.running or (self.standing and not self.finished):
            self.sitting.finish()
            self.finished = True
        else:
            with pytest.raises(RefusedError):
                self.sitting.finish()

    @rule()
    def close_if_overdue(self) -> None:
        self.look()
        self.sitting.close_if_overdue()

    # What must hold

    @invariant()
    def the_summary_is_what_the_model_says(self) -> None:
        summary = self.sitting.summary()
        assert summary.score == self.score
        assert summary.level == self.level
        assert summary.submissions == self.count
        assert summary.overtime == self.overtime
        assert summary.seconds_elapsed == self.used // 1000
        assert summary.phase.over == self.over
        assert (summary.phase is Phase.PAUSED) == (self.standing and not self.over)
        assert (summary.seconds_left > 0) == (not self.over)

    @invariant()
    def every_version_is_kept_whole(self) -> None:
        texts = [self.sitting.source(version) for version in self.sitting.versions()]
        assert texts == [text for text, _ in self.versions]
        assert (self.sitting.folder / "solution.py").read_bytes() == self.file

    @invariant()
    def the_folder_holds_the_open_levels_and_no_other(self) -> None:
        laid_out = {path.name for path in self.sitting.folder.glob("level_*")}
        assert laid_out == {f"level_{number}" for number in range(1, self.open_level + 1)}


def passes_of(text: bytes) -> tuple[int, ...]:
    """What the fake judge makes of a text."""
    counts = [int(word) for word in text.split() if word.isdigit()]
    return tuple(counts + [0] * (3 - len(counts)))


SittingMachine.TestCase.settings = settings(max_examples=30, stateful_step_count=25)
TestSittingMachine = SittingMachine.TestCase


@pytest.mark.slow
def test_for_thousands_of_steps() -> None:
    run_state_machine_as_test(
        SittingMachine,
        settings=settings(max_examples=100, stateful_step_count=60),
    )
