"""What a report says of a layer of protection was seen to hold, and of a missing one, why."""

import sys
from pathlib import Path

import pytest

from harness.errors import WrongUseError
from harness.grading import Grader
from harness.grading.evaluator.workers import zygote as trusted_side
from harness.grading.evaluator.workers.budget import Budget
from harness.grading.evaluator.workers.stop import JudgeBrokenError
from harness.grading.evaluator.workers.zygote import WorkerZygote
from harness.grading.protection import IsolationMissingError
from harness.grading.worker.protections import BUBBLEWRAP, FILES_CONFINED, LANDLOCK, SECCOMP

from .conftest import write_question

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")

TESTS = "from solution import Thing\n\n\ndef test_it():\n    assert Thing()\n"
FAKE_LANDLOCK = """
class AccessFS:
    READ_FILE = READ_DIR = 1
class Scope:
    ABSTRACT_UNIX_SOCKET = SIGNAL = 1
def abi_version():
    return 7
class Ruleset:
    def __init__(self, **_): pass
    def allow_path(self, *_): pass
    def restrict(self): pass
"""


def described(tmp_path: Path, without: tuple[str, ...] = (BUBBLEWRAP,)) -> WorkerZygote:
    """A zygote that has tried its layers, and has ended."""
    secret = tmp_path / "secrets" / "test_hidden.py"
    secret.parent.mkdir()
    secret.write_text("a secret\n")
    (tmp_path / "run").mkdir()
    zygote = WorkerZygote(tmp_path / "run", secret, without)
    try:
        zygote.describe()
    finally:
        zygote.close()
    return zygote


def test_a_layer_that_does_nothing_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "landlockpy.py"
    fake.write_text(FAKE_LANDLOCK)
    monkeypatch.setattr(trusted_side, "_module_files", lambda _: {"landlockpy": str(fake)})
    zygote = described(tmp_path)
    assert not {LANDLOCK, SECCOMP, FILES_CONFINED} & set(zygote.protections)
    assert zygote.missing == {
        LANDLOCK: "when tried it did not hold: files confined, nothing written",
        SECCOMP: "the Python package pyseccomp is not installed",
        BUBBLEWRAP: "turned off by HARNESS_WITHOUT",
    }


def test_a_layer_in_which_nothing_works_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "landlockpy.py"
    fake.write_text(FAKE_LANDLOCK.replace("restrict(self): pass", "restrict(self): 1 / 0"))
    monkeypatch.setattr(trusted_side, "_module_files", lambda _: {"landlockpy": str(fake)})
    assert described(tmp_path).missing[LANDLOCK] == "division by zero"


def test_where_bubblewrap_cannot_start_the_rest_still_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "bwrap"
    broken.write_text(
        "#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2; exit 1\n"
    )
    broken.chmod(0o755)
    monkeypatch.setattr(trusted_side, "find_bubblewrap", lambda: str(broken))
    zygote = described(tmp_path, ())
    assert zygote.missing == {BUBBLEWRAP: "bwrap: setting up uid map: Permission denied"}
    assert {LANDLOCK, SECCOMP} <= set(zygote.protections)


LANDLOCK_THAT_TIRES = """
import importlib.util, os, sys
spec = importlib.util.spec_from_file_location("real", {real!r}, submodule_search_locations=[{home!r}])
sys.modules["real"] = real = importlib.util.module_from_spec(spec)
spec.loader.exec_module(real)
from real import *

class Ruleset(real.Ruleset):
    def restrict(self):
        if os.path.exists({flag!r}):
            raise OSError("tired")
        super().restrict()
"""


def test_a_worker_that_cannot_be_confined_is_never_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flag = tmp_path / "flag"
    real = Path(trusted_side._module_files(["landlockpy"])["landlockpy"])
    fake = tmp_path / "landlockpy.py"
    fake.write_text(
        LANDLOCK_THAT_TIRES.format(real=str(real), home=str(real.parent), flag=str(flag))
    )
    monkeypatch.setattr(trusted_side, "_module_files", lambda _: {"landlockpy": str(fake)})
    (tmp_path / "run").mkdir()
    zygote = WorkerZygote(tmp_path / "run", tmp_path / "landlockpy.py", [BUBBLEWRAP])
    try:
        zygote.describe()
        assert LANDLOCK in zygote.protections
        budget = Budget(1.0, 1.0, 1.0, 1.0, 256, 64)
        zygote.end(zygote.fork(budget, 5))
        flag.touch()
        with pytest.raises(JudgeBrokenError, match="could not be confined"):
            zygote.fork(budget, 5)
        assert zygote.broken  # an internal error, never a verdict
    finally:
        zygote.close()


def test_isolation_can_be_demanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = write_question(tmp_path, TESTS)
    with Grader(problem) as grader:
        grader.demand_isolation()
    monkeypatch.setenv("HARNESS_WITHOUT", "seccomp,bubblewrap")
    with Grader(problem) as grader, pytest.raises(IsolationMissingError) as refusal:
        grader.demand_isolation()
    assert "reach the network and start processes" in str(refusal.value)


def test_only_layers_can_be_turned_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARNESS_WITHOUT", "seccomp, memory")
    with pytest.raises(WrongUseError, match="'memory' is no layer"):
        Grader(write_question(tmp_path, TESTS))
