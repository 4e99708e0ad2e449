"""What a submission can reach: each attack, in the worker, with all layers and with single ones."""

import os
import subprocess
import sys
import sysconfig
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.catalog import Problem
from harness.grading import Grader
from harness.grading.evaluator.workers.bubblewrap import find_bubblewrap
from harness.grading.protection import Isolation, isolation, shortfall
from harness.grading.worker.protections import (
    BUBBLEWRAP,
    FILES_CONFINED,
    LANDLOCK,
    NO_NETWORK,
    NO_PRIVILEGES,
    NO_PROCESSES,
    NO_SIGNALS,
    NOTHING_WRITTEN,
    SECCOMP,
)

from .attacks import ANYTHING, ATTACKS, DIED, REACHED, Attack, Target
from .conftest import write_question
from .ordinary_user import run_as_ordinary_user

EVERY_LAYER = "HARNESS_EVERY_LAYER"
"""Set where every layer must be there, as in CI: a test then fails for want of one."""
needs_bubblewrap = pytest.mark.skipif(
    find_bubblewrap() is None and EVERY_LAYER not in os.environ,
    reason="bubblewrap, which is optional, is missing",
)
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")

WHAT_CAME = (
    "from solution import Thing\ndef test_it():\n    assert Thing().attempt() == ['never']\n"
)
CONFIGURATIONS = {
    "landlock and seccomp": {LANDLOCK, SECCOMP},
    "landlock": {LANDLOCK},
    "seccomp": {SECCOMP},
    "limits": set[str](),
}
QUICK = ("landlock and seccomp", "limits")
"""Both ends; what single layers do beside one another is slow."""


class Range:
    """A warm grader with some layers on."""

    def __init__(self, problem: Problem, layers: set[str]) -> None:
        self.layers = layers
        off = {LANDLOCK, SECCOMP, BUBBLEWRAP} - layers
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("HARNESS_WITHOUT", ",".join(off))
            self.grader = Grader(problem)
        self.hidden = problem.levels[0].hidden_tests

    def came_of(self, source: bytes) -> str:
        """What ``Thing().attempt()`` returned, or ``DIED``."""
        report = self.grader.grade(source, 1)
        (test,) = report.tests
        assert test.verdict.code in ("WA", "RTE"), test.message
        if test.comparison is None:
            assert "ended" in test.message or "exited" in test.message, test.message
            return DIED
        return str(eval(test.comparison.came))


def generous(problem: Problem) -> Problem:
    roomy = {"cpu_seconds": 30.0, "import_seconds": 30.0, "idle_seconds": 20.0, "memory_mb": 1024}
    return problem.model_copy(update={"limits": problem.limits.model_copy(update=roomy)})


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    made = Target(tmp_path_factory.mktemp("outside") / "target")
    yield made
    made.close()


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(name, marks=[] if name in QUICK else [pytest.mark.slow])
        for name in CONFIGURATIONS
    ],
)
def range_(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Range]:
    problem = write_question(tmp_path_factory.mktemp("range"), WHAT_CAME)
    made = Range(problem, CONFIGURATIONS[request.param])
    yield made
    made.grader.close()


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_attacks(range_: Range, attack: Attack, target: Target) -> None:
    came = range_.came_of(attack.source(target))
    expected = attack.expected(range_.layers)
    assert came == expected or expected == ANYTHING
    if came == REACHED and range_.layers:  # what no layer of these promises
        assert not (range_.layers == {LANDLOCK, SECCOMP} and attack.seccomp)
    assert Path(target.file).read_text() == "as it was\n"


def test_hidden_tests_are_out_of_reach(range_: Range) -> None:
    attack = Attack("", f"open({str(range_.hidden)!r}).read()", "EACCES", None)
    source = attack.source()
    assert range_.came_of(source) == ("EACCES" if LANDLOCK in range_.layers else REACHED)


@pytest.mark.parametrize(
    ("layers", "effects", "rating"),
    [
        (
            {LANDLOCK, SECCOMP},
            {FILES_CONFINED, NOTHING_WRITTEN, NO_NETWORK, NO_PROCESSES, NO_SIGNALS},
            Isolation.GOOD,
        ),
        ({LANDLOCK}, {FILES_CONFINED, NOTHING_WRITTEN}, Isolation.PARTIAL),
        ({SECCOMP}, {NOTHING_WRITTEN, NO_NETWORK, NO_PROCESSES, NO_SIGNALS}, Isolation.PARTIAL),
        (set(), set(), Isolation.WEAK),
    ],
)
def test_the_report_declares_what_held(
    tmp_path: Path, layers: set[str], effects: set[str], rating: Isolation
) -> None:
    target = Range(write_question(tmp_path, WHAT_CAME), layers)
    with target.grader as grader:
        report = grader.grade(b"class Thing: pass\n", 1)
    declared = set(report.protections)
    assert {LANDLOCK, SECCOMP, BUBBLEWRAP} & declared == layers
    assert effects <= declared
    assert NO_PRIVILEGES in declared
    if SECCOMP not in layers:  # a later Landlock than that of ABI 6 confines more, never all
        assert not {NO_NETWORK, NO_PROCESSES} & declared
    if LANDLOCK not in layers:
        assert FILES_CONFINED not in declared
    assert isolation(report.protections) is rating
    assert bool(shortfall(report)) is not rating.suffices


@pytest.fixture(scope="module")
def confined(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Range]:
    problem = generous(write_question(tmp_path_factory.mktemp("confined"), WHAT_CAME))
    made = Range(problem, {LANDLOCK, SECCOMP, BUBBLEWRAP})
    yield made
    made.grader.close()


@needs_bubblewrap
def test_within_bubblewrap_nothing_else_exists(confined: Range, target: Target) -> None:
    for body in (
        "os.stat(<file>)",
        "open(<file>)",
        "os.listdir(<folder>)",
        "os.stat('/etc/passwd')",
    ):
        came = confined.came_of(Attack("", body, None, None).source(target))
        assert came == "ENOENT", body
    report = confined.grader.grade(b"class Thing: pass\n", 1)
    assert isolation(report.protections) is Isolation.STRONG
    assert confined.came_of(returning("os.getpid() < 1000")) == "True"


@needs_bubblewrap
def test_bubblewrap_alone_confines_files_and_network(tmp_path: Path, target: Target) -> None:
    bubble = Range(write_question(tmp_path, WHAT_CAME), {BUBBLEWRAP})
    with bubble.grader as grader:
        declared = grader.grade(b"class Thing: pass\n", 1).protections
        assert {FILES_CONFINED, NO_NETWORK, NO_SIGNALS} <= set(declared)
        assert bubble.came_of(Attack("", "open(<file>)", None, None).source(target)) == "ENOENT"
        for attack in ATTACKS:
            if attack.name in ("TCP", "a local stream", "an abstract address"):
                came = bubble.came_of(attack.source(target))
                assert came in ("ECONNREFUSED", "ENOENT"), attack.name


# --- what an honest solution does ---------------------------------------------------------------


def returning(expression: str, imports: str = "os") -> bytes:
    return (
        f"import {imports}\nclass Thing:\n    def attempt(self):\n        return {expression}\n"
    ).encode()


def test_every_module_of_the_standard_library_imports(confined: Range) -> None:
    source = """
        import importlib, sys

        class Thing:
            def attempt(self):
                failed = []
                for name in sorted(sys.stdlib_module_names - {"antigravity", "this", "__main__"}):
                    try:
                        importlib.import_module(name)
                    except BaseException as error:
                        failed.append(name)
                return failed
    """
    failed = eval(confined.came_of(textwrap.dedent(source).encode()))
    assert len(failed) < 40
    for name in failed:
        bare = [sys.executable, "-I", "-S", "-B", "-c", f"import {name}"]
        outside = subprocess.run(bare, capture_output=True, check=False)
        assert outside.returncode != 0, f"{name} cannot be imported in a worker"


@pytest.mark.parametrize(
    "module", ["pytest", "pydantic", "landlockpy", "pyseccomp", "harness", "yaml", "pip"]
)
def test_nothing_installed_can_be_imported(confined: Range, module: str) -> None:
    source = f"""
        class Thing:
            def attempt(self):
                try:
                    import {module}
                except ImportError as error:
                    return type(error).__name__
                return "imported"
    """
    assert confined.came_of(textwrap.dedent(source).encode()) == "ModuleNotFoundError"


def test_packages_cannot_be_listed_though_the_library_is_readable(range_: Range) -> None:
    library = Path(os.__file__).parent
    for folder in (sysconfig.get_path("purelib"), str(library), str(library / "site-packages")):
        came = range_.came_of(Attack("", f"os.listdir({folder!r})", None, None).source())
        assert came == ("EACCES" if LANDLOCK in range_.layers else REACHED), folder


@pytest.mark.parametrize(
    ("name", "body", "came"),
    [
        (
            "threads",
            "import threading\nseen = []\n"
            "threads = [threading.Thread(target=seen.append, args=(n,)) for n in range(20)]\n"
            "for thread in threads: thread.start()\n"
            "for thread in threads: thread.join()\nreturn sorted(seen) == list(range(20))",
            "True",
        ),
        (
            "a pool of threads",
            "from concurrent.futures import ThreadPoolExecutor\n"
            "with ThreadPoolExecutor(4) as pool: return sum(pool.map(len, ['a', 'bc']))",
            "3",
        ),
        (
            "asyncio",
            "import asyncio\n"
            "async def main():\n"
            "    await asyncio.sleep(0.001)\n"
            "    return await asyncio.gather(*(asyncio.to_thread(abs, -n) for n in range(3)))\n"
            "return asyncio.run(main())",
            "[0, 1, 2]",
        ),
        (
            "sqlite3",
            "import sqlite3\nline = sqlite3.connect(':memory:')\n"
            "line.execute('create table t (a)')\nline.executemany('insert into t values (?)', [(1,), (2,)])\n"
            "return line.execute('select sum(a) from t').fetchone()",
            "(3,)",
        ),
        (
            "zoneinfo",
            "from zoneinfo import ZoneInfo\nfrom datetime import datetime\n"
            "return datetime(2024, 7, 1, tzinfo=ZoneInfo('Europe/Rome')).isoformat()",
            "2024-07-01T00:00:00+02:00",
        ),
        ("decimal", "from decimal import Decimal\nreturn str(Decimal('1') / 3)[:5]", "0.333"),
        ("random", "import random\nreturn 0 <= random.SystemRandom().random() < 1", "True"),
        ("secrets", "import secrets\nreturn len(secrets.token_bytes(8))", "8"),
        ("urandom", "return len(open('/dev/urandom', 'rb', 0).read(8))", "8"),
        ("uuid", "import uuid\nreturn len({str(uuid.uuid1()), str(uuid.uuid4())})", "2"),
        ("hashlib", "import hashlib\nreturn hashlib.sha256(b'').hexdigest()[:6]", "e3b0c4"),
        ("ssl", "import ssl\nreturn bool(ssl.create_default_context())", "True"),
        ("mimetypes", "import mimetypes\nreturn mimetypes.guess_type('a.txt')[0]", "text/plain"),
        ("platform", "import platform\nreturn bool(platform.platform())", "True"),
        ("locale", "import locale\nreturn bool(locale.setlocale(locale.LC_ALL, ''))", "True"),
        (
            "stack",
            "import resource\nresource.setrlimit(resource.RLIMIT_STACK, resource.getrlimit(resource.RLIMIT_STACK))\nreturn 1",
            "1",
        ),
        (
            "a call back from C",
            "import ctypes\nkind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)\n"
            "return kind(lambda n: n + 1)(2)",
            "3",
        ),
        (
            "a signal to itself",
            "import os, signal\nseen = []\nsignal.signal(signal.SIGUSR1, lambda *_: seen.append(1))\n"
            "os.kill(os.getpid(), signal.SIGUSR1)\nsignal.raise_signal(signal.SIGUSR1)\nreturn seen",
            "[1, 1]",
        ),
        (
            "an alarm",
            "import signal\nsignal.signal(signal.SIGALRM, lambda *_: None)\nsignal.setitimer(signal.ITIMER_REAL, 0.001)\nsignal.pause()\nreturn 1",
            "1",
        ),
        (
            "a traceback",
            "import traceback\nreturn 'stack' in traceback.format_stack()[-1] or 1",
            "1",
        ),
    ],
)
def test_what_honest_solutions_use_works(confined: Range, name: str, body: str, came: str) -> None:
    lines = "".join(f"        {line}\n" for line in body.split("\n"))
    assert confined.came_of(f"class Thing:\n    def attempt(self):\n{lines}".encode()) == came


@pytest.mark.parametrize(
    "expression",
    [
        "tempfile.mkdtemp()",
        "tempfile.NamedTemporaryFile()",
        "subprocess.run(['true'])",
        "subprocess.Popen([sys.executable])",
        "multiprocessing.Pool(2)",
        "concurrent.futures.ProcessPoolExecutor(2).submit(abs, 1)",
        "open('notes.txt', 'w')",
        "pathlib.Path('notes.txt').write_text('x')",
        "sqlite3.connect('notes.db').execute('create table t (a)')",
        "urllib.request.urlopen('http://127.0.0.1/')",
        "http.client.HTTPConnection('127.0.0.1').connect()",
        "os.popen('true').read()",
        "pty.spawn('true')",
        "shelve.open('notes')",
    ],
)
def test_what_needs_more_than_computing_fails_cleanly(confined: Range, expression: str) -> None:
    source = f"""
        import concurrent.futures, http.client, multiprocessing, os, pathlib, pty, shelve, sqlite3
        import subprocess, sys, tempfile, urllib.request

        class Thing:
            def attempt(self):
                try:
                    {expression}
                except (OSError, sqlite3.OperationalError) as error:
                    return "refused"
                return "done"
    """
    assert confined.came_of(textwrap.dedent(source).encode()) == "refused"


# --- who runs it --------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(os.getuid() != 0, reason="not root: all of this is run by an ordinary user")
def test_all_of_this_holds_for_an_ordinary_user() -> None:
    files = [__file__, str(Path(__file__).with_name("test_layers.py"))]
    pytest_on_these = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files]
    finished = run_as_ordinary_user(
        [*pytest_on_these, "-m", "slow or not slow", "-k", "not for_an_ordinary_user"]
    )
    assert finished.returncode == 0, finished.stdout[-4000:] + finished.stderr[-2000:]
    last = finished.stdout.splitlines()[-1]
    assert "passed" in last
    assert "skipped" not in last or find_bubblewrap() is None
