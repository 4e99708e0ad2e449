"""A real process, killed at any instant: nothing it acknowledged is lost, nothing is half there."""

import random
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from harness.catalog import Catalog, Problem
from harness.session import MODES, Sitting, Store
from tests.session.doubles import FakeJudge, passing

KILLS = 300

WORK = """
import sys
from pathlib import Path
from harness.catalog import Catalog, load_problem
from harness.session import Sitting, Store
from tests.session.doubles import FakeJudge, passing, save

problem = load_problem(Path(sys.argv[1]))
with Store(Path(sys.argv[2])) as store:
    sitting = Sitting.open(store, sys.argv[3], Catalog({problem.id: problem}, ()))
    sitting.claim("the screens")
    judge = FakeJudge()
    print("ready", flush=True)
    while True:
        count = len(sitting.state.submissions)
        save(sitting.folder, passing(count % 3, count))
        sitting.submit(judge)
        print(f"submitted {count + 1}", flush=True)
        sitting.pause()
        print("paused", flush=True)
        sitting.resume()
        print("resumed", flush=True)
"""


@pytest.mark.slow
def test_killed_at_hundreds_of_instants(problem: Problem, tmp_path: Path) -> None:
    chance = random.Random(4)
    catalog = Catalog({problem.id: problem}, ())
    file = tmp_path / "sessions.db"
    for sitting_number in range(KILLS // 25):  # a new sitting now and then keeps the logs short
        with Store(file) as store:
            place = tmp_path / f"w{sitting_number}"
            session = Sitting.start(store, problem, MODES["practice"], place).id
        for _ in range(25):
            acknowledged = killed_at(chance.uniform(0, 0.15), problem, file, session)
            with Store(file) as store:
                assert (store.trouble, store.notices) == ("", [])
                sitting = Sitting.open(store, session, catalog)
                assert sitting.holder is None
                state = sitting.state
                submitted = [line for line in acknowledged if line.startswith("submitted")]
                if submitted:
                    assert len(state.submissions) >= int(submitted[-1].split()[1])
                    assert state.attempt(int(submitted[-1].split()[1])).counts
                if acknowledged[-1:] == ["paused"]:
                    kinds = [event.kind for event in store.events(session)]
                    assert kinds.count("paused") >= 1
                    assert state.paused or kinds[-1] == "resumed" or len(kinds) > 1
                for number, attempt in enumerate(state.submissions):
                    source = sitting.submitted(attempt)
                    assert source == passing(number % 3, number)
                sitting.settle(FakeJudge())
                assert sitting.state.ungraded == ()
                if sitting.state.paused:
                    sitting.resume()


def killed_at(seconds: float, problem: Problem, file: Path, session: str) -> list[str]:
    """Let a process work for so long, kill it, and return what it said it had done."""
    words = [sys.executable, "-c", WORK, str(problem.folder), str(file), session]
    root = Path(__file__).parents[2]
    with subprocess.Popen(words, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        sleep(seconds)
        process.kill()
        said = process.stdout.read()
    return said.splitlines()[: said.count("\n")]  # a line that was cut short says nothing
