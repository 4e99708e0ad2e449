"""Faults of ours are internal errors, never wrong answers; and one can grade again afterwards."""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harness.catalog import Problem
from harness.grading import Grader, Report
from harness.verdict import Verdict

from .conftest import WATCHDOG_SECONDS, open_descriptors, processes_below
from .problem import RIGHT, write_problem

SOURCE = RIGHT.encode()
ENDLESS = b"class Ledger:\n    def add(self, a, b):\n        while True: pass\n"
WRONG = b"class Ledger:\n    def add(self, a, b): return a - b\n"

pytestmark = pytest.mark.usefixtures("orphans_come_here")


def graded(grader: Grader, source: bytes = SOURCE) -> Report:
    """Grade in a thread, so that a hang fails the test instead of holding it."""
    reports: list[Report] = []
    errors: list[BaseException] = []

    def grade() -> None:
        try:
            reports.append(grader.grade(source, 1))
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=grade, daemon=True)
    thread.start()
    thread.join(WATCHDOG_SECONDS)
    assert not thread.is_alive(), "the grader hung"
    if errors:
        raise errors[0]
    return reports[0]


def never_wrong(report: Report) -> None:
    """A right submission is accepted or not judged; nothing else may be said of it."""
    said = {test.verdict for test in report.tests}
    assert said <= {Verdict.ACCEPTED, Verdict.INTERNAL_ERROR}, report.model_dump_json()
    # A judge that was killed after its last test is one that was killed.
    assert report.verdict in {Verdict.ACCEPTED, Verdict.INTERNAL_ERROR}
    if report.accepted:
        assert said == {Verdict.ACCEPTED}
    assert report.accepted or report.message or any(test.message for test in report.tests)


def gone(pids: set[int]) -> bool:
    """Whether all have ended, given a moment: a kill needs time to arrive."""
    for _ in range(200):
        if not pids & processes_below(os.getpid()).keys():
            return True
        time.sleep(0.02)
    return False


def killed_while_grading(
    grader: Grader, choose: Callable[[], list[int]], after: float, source: bytes = SOURCE
) -> Report:
    """Grade, and kill what ``choose`` names so many seconds after the start."""

    def kill() -> None:
        for pid in choose():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    timer = threading.Timer(after, kill)
    timer.start()
    try:
        return graded(grader, source)
    finally:
        timer.join()


def depth(pid: int) -> int:
    """How many generations below this process another one is."""
    generations = 0
    while pid > 1 and pid != os.getpid():
        try:
            stat = Path(f"/proc/{pid}/stat").read_text(errors="replace")
        except OSError:
            return 0
        pid, generations = int(stat.rpartition(")")[2].split()[1]), generations + 1
    return generations


def instants(grader: Grader, count: int, seed: int) -> None:
    """Kill one random process at one random instant, again and again."""
    rng = random.Random(seed)
    judged = 0

    def choose() -> list[int]:
        return [rng.choice(sorted(processes_below(os.getpid())) or [2**22])]

    for _ in range(count):
        report = killed_while_grading(grader, choose, rng.uniform(0, 0.25))
        never_wrong(report)
        judged += report.verdict is Verdict.INTERNAL_ERROR
        second = graded(grader)
        never_wrong(second)  # the zygote may have been killed after the first had ended
        assert second.accepted or graded(grader).accepted
    assert judged, "no kill ever hit: the test proves nothing"


@pytest.mark.slow
def test_killed_at_random_instants(problem: Problem) -> None:
    before = set(processes_below(os.getpid()))
    with Grader(problem) as grader:
        assert graded(grader).accepted
        held = len(open_descriptors(os.getpid()))
        instants(grader, 10, seed=1)
        assert len(open_descriptors(os.getpid())) == held
    assert gone(set(processes_below(os.getpid())) - before)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 5))
def test_killed_at_many_more_instants(problem: Problem, seed: int) -> None:
    with Grader(problem) as grader:
        instants(grader, 60, seed)


@pytest.mark.parametrize("which", ["evaluator", "everything below it"])
def test_killed_in_the_middle_of_a_call(problem: Problem, which: str) -> None:
    with Grader(problem) as grader:
        assert graded(grader).accepted
        evaluator = grader._evaluator
        assert evaluator is not None
        pid = evaluator._process.pid

        def choose() -> list[int]:
            return [pid] if which == "evaluator" else list(processes_below(pid))

        report = killed_while_grading(grader, choose, 0.2, ENDLESS)
        assert report.verdict is Verdict.INTERNAL_ERROR
        assert report.score == 0
        second = graded(grader)
        assert second.accepted or graded(grader).accepted


def test_killed_between_two_gradings(problem: Problem) -> None:
    with Grader(problem) as grader:
        assert graded(grader).accepted
        for pid in processes_below(os.getpid()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        never_wrong(graded(grader))
        assert graded(grader).accepted


def test_killed_while_idle_costs_nothing(problem: Problem) -> None:
    with Grader(problem) as grader:
        assert graded(grader).accepted
        evaluator = grader._evaluator
        assert evaluator is not None
        os.kill(evaluator.pid, signal.SIGKILL)
        os.waitid(os.P_PID, evaluator.pid, os.WEXITED | os.WNOWAIT)
        assert graded(grader).accepted


@pytest.mark.slow  # the silence takes 20 s to be believed
def test_a_stopped_evaluator_is_a_fault_not_a_hang(problem: Problem) -> None:
    with Grader(problem) as grader:
        evaluator = grader._evaluator
        assert graded(grader).accepted
        assert evaluator is not None
        os.kill(evaluator._process.pid, signal.SIGSTOP)
        report = graded(grader, WRONG)
        assert report.verdict is Verdict.INTERNAL_ERROR
        assert graded(grader).accepted


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system without a free byte."""
    folder = tmp_path / "full"
    folder.mkdir()
    mount = shutil.which("mount")
    if os.geteuid() != 0 or mount is None:
        pytest.skip("only root can mount a small file system")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=64k", "none", str(folder)], check=False
    )
    if made.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        with contextlib.suppress(OSError), (folder / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(bytes(4096))
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_temporary_folder(
    problem: Problem, full_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(full_disk))
    with Grader(problem) as grader:
        report = graded(grader, WRONG)
        assert report.verdict is Verdict.INTERNAL_ERROR
        assert report.message
        (full_disk / "filler").unlink()
        assert graded(grader).accepted
    assert [path.name for path in full_disk.iterdir()] == []


def test_a_disk_that_fills_up_meanwhile(
    problem: Problem, full_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (full_disk / "filler").unlink()
    monkeypatch.setattr("tempfile.tempdir", str(full_disk))
    with Grader(problem) as grader:
        assert graded(grader).accepted
        with contextlib.suppress(OSError), (full_disk / "filler").open("wb") as filler:
            while True:
                filler.write(bytes(4096))
        never_wrong(graded(grader))
        assert graded(grader, WRONG).tests[0].verdict is Verdict.WRONG_ANSWER


@pytest.mark.parametrize(
    "home",
    [
        "/proc/nothing",
        *(pytest.param(each, marks=pytest.mark.slow) for each in ("/dev/null", "/sys")),
    ],
)
def test_a_home_that_cannot_be_written(
    problem: Problem, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, home)
    with Grader(problem) as grader:
        report = graded(grader)
        assert report.accepted, report.message


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("test_hidden.py", "def test_x(:\n"),
        ("test_hidden.py", "import os\nos.kill(os.getpid(), 9)\n"),
        ("test_hidden.py", "from solution import Ledger\ndef test_x(): Ledgr()\n"),
        ("test_hidden.py", "import os\ndef test_x(): os._exit(0)\n"),
        ("test_hidden.py", "def test_x(): raise KeyboardInterrupt\n"),
        ("test_hidden.py", ""),
        *(
            pytest.param(file, text, marks=pytest.mark.slow)
            for file, text in (
                ("test_hidden.py", "raise SystemExit(0)\n"),
                ("test_hidden.py", "import os\nos._exit(0)\n"),
                ("test_hidden.py", "def test_x(): raise SystemExit(0)\n"),
                ("test_hidden.py", "import pytest\ndef test_x(): pytest.exit('fine')\n"),
                ("test_hidden.py", "\0"),
                ("test_sample.py", "x = 1 / 0\n"),
            )
        ),
    ],
)
def test_a_broken_package_is_never_the_candidates_fault(
    tmp_path: Path, file: str, text: str
) -> None:
    problem = write_problem(tmp_path)
    (problem.folder / "level_1" / file).write_text(text)
    with Grader(problem) as grader:
        for source in (SOURCE, WRONG):
            report = graded(grader, source)
            assert report.verdict is Verdict.INTERNAL_ERROR, report.model_dump_json()
            said = {test.verdict for test in report.tests if test.kind == "hidden"}
            assert said <= {Verdict.INTERNAL_ERROR}
            assert report.score == 0


@pytest.mark.slow
def test_two_graders_on_one_problem_do_not_disturb_each_other(problem: Problem) -> None:
    with Grader(problem) as one, Grader(problem) as other:
        sources = {one: SOURCE, other: WRONG}
        reports: dict[Grader, list[Report]] = {one: [], other: []}

        def work(grader: Grader) -> None:
            reports[grader] += [grader.grade(sources[grader], 1) for _ in range(8)]

        threads = [threading.Thread(target=work, args=(each,)) for each in sources]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(WATCHDOG_SECONDS)
        assert [report.accepted for report in reports[one]] == [True] * 8
        assert [report.tests[0].verdict for report in reports[other]] == [Verdict.WRONG_ANSWER] * 8


def test_one_grader_killed_leaves_the_other_alone(problem: Problem) -> None:
    with Grader(problem) as one, Grader(problem) as other:
        assert graded(one).accepted
        assert graded(other).accepted
        evaluator = one._evaluator
        assert evaluator is not None
        os.kill(evaluator._process.pid, signal.SIGKILL)
        assert graded(other).accepted
        never_wrong(graded(one))
        assert graded(one).accepted
