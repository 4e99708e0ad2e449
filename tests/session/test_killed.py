"""A real process, killed at any instant: nothing it acknowledged is lost, nothing is half there."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from harness.catalog import Catalog, Problem
from harness.session import MODES, Sitting, Store
from tests.session.doubles import FakeJudge, passing

KILLS = 300
ROOT = Path(__file__).parents[2]

NURSERY = """
import os, sys
from pathlib import Path
from harness.catalog import Catalog, load_problem
from harness.session import Sitting, Store
from tests.session.doubles import FakeJudge, passing, save

def work(session):
    with Store(Path(sys.argv[2])) as store:
        sitting = Sitting.open(store, session, Catalog({problem.id: problem}, ()))
        sitting.claim("the screens")
        judge = FakeJudge()
        say("ready")
        while True:
            count = len(sitting.state.submissions)
            save(sitting.folder, passing(count % 3, count))
            sitting.submit(judge)
            say(f"submitted {count + 1}")
            sitting.pause()
            say("paused")
            sitting.resume()
            say("resumed")

def say(line):
    os.write(1, line.encode() + b"\\n")

problem = load_problem(Path(sys.argv[1]))
for line in sys.stdin:
    child = os.fork()
    if not child:
        work(line.strip())
    say(f"child {child}")
    os.waitpid(child, 0)
    say("dead")
"""
"""Imports once, then forks a worker for each session that it is told."""


@pytest.mark.slow
def test_killed_at_hundreds_of_instants(problem: Problem, tmp_path: Path) -> None:
    chance = random.Random(4)
    catalog = Catalog({problem.id: problem}, ())
    file = tmp_path / "sessions.db"
    words = [sys.executable, "-c", NURSERY, str(problem.folder), str(file)]
    nursery = subprocess.Popen(
        words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    for sitting_number in range(KILLS // 25):  # a new sitting now and then keeps the logs short
        with Store(file) as store:
            place = tmp_path / f"w{sitting_number}"
            paused = 0
            session = Sitting.start(store, problem, MODES["practice"], place).id
        for _ in range(25):
            acknowledged = killed_at(chance.uniform(0, 0.15), nursery, session)
            with Store(file) as store:
                assert (store.trouble, store.notices) == ("", [])
                sitting = Sitting.open(store, session, catalog)
                assert sitting.holder is None
                state = sitting.state
                submitted = [line for line in acknowledged if line.startswith("submitted")]
                if submitted:
                    assert len(state.submissions) >= int(submitted[-1].split()[1])
                    assert state.attempt(int(submitted[-1].split()[1])).counts
                kinds = [event.kind for event in store.events(session)]
                paused += acknowledged.count("paused")
                assert kinds.count("paused") >= paused
                for number, attempt in enumerate(state.submissions):
                    source = sitting.submitted(attempt)
                    assert source == passing(number % 3, number)
                sitting.settle(FakeJudge())
                assert sitting.state.ungraded == ()
                if sitting.state.paused:
                    sitting.resume()
    with nursery:
        assert nursery.stdin is not None
        nursery.stdin.close()


def killed_at(seconds: float, nursery: subprocess.Popen[str], session: str) -> list[str]:
    """Let a process work for so long, kill it, and return what it said it had done."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{session}\n")
    said = [nursery.stdout.readline().strip(), nursery.stdout.readline().strip()]
    (child,) = [int(line.split()[1]) for line in said if line.startswith("child")]
    sleep(seconds)
    os.kill(child, signal.SIGKILL)
    for line in nursery.stdout:
        if line == "dead\n":
            break
        said.append(line.strip())
    return [line for line in said if not line.startswith("child")]
