"""What grading costs, beside what people would use instead; every ratio from one run.

    python benchmarks/grading.py [--submissions 200] [--rounds 9]

The baseline everywhere is *cold pytest*: ``python -m pytest`` on the same test files with the
solution in its own process, no isolation, no plugins, compiled tests cached. The *warm fork* is the
fast and unsafe way: pytest imported and tests collected once, the solution executed in a fork that
holds the tests.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness.catalog import Problem, load_catalog
from harness.grading import Grader

WARM_FORK = """
import os, sys, time
import pytest
class Serve:
    def pytest_runtestloop(self, session):
        from _pytest.runner import runtestprotocol
        import solution
        source = compile(open(solution.__file__).read(), solution.__file__, "exec")
        started = time.perf_counter()
        for _ in range(int(sys.argv[2])):
            child = os.fork()
            if child == 0:
                exec(source, solution.__dict__)
                for number, item in enumerate(session.items):
                    following = session.items[number + 1:number + 2] or [None]
                    runtestprotocol(item, log=False, nextitem=following[0])
                os._exit(0)
            os.waitpid(child, 0)
        os.write(1, b"\\n%f\\n" % (time.perf_counter() - started))
        return True
pytest.main(["-s", "-c", os.devnull, "--rootdir", sys.argv[1], "-p", "no:cacheprovider",
             "-p", "no:terminal", "-W", "ignore", "--import-mode=importlib", *sys.argv[3:]],
            plugins=[Serve()])
"""
CALLS = """
from solution import Thing
import time
def test_calls():
    thing, rounds = Thing(), []
    for _ in range(50):
        started = time.perf_counter()
        for number in range(200):
            thing.add(number, 2)
        rounds.append((time.perf_counter() - started) / 200)
    assert thing.add(0, 0) == sorted(rounds)[25]
"""
ADD = b"class Thing:\n    def add(self, a, b):\n        return a + b\n"


def main() -> None:
    """Measure and print."""
    options = _options()
    problem = load_catalog().problem(options.problem)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(problem, Path(folder))
        print(f"{problem.id}, {os.cpu_count()} cores")
        for level in (1, len(problem.levels)):
            bench.one_submission(level, options.rounds)
        bench.cold_start(options.rounds)
        bench.many_submissions(options.submissions)
        bench.commands(options.rounds)
        bench.one_call(Path(folder))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--problem", default="key_value_store")
    parser.add_argument("--submissions", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=9)
    return parser.parse_args()


class Bench:
    """The ways to grade one problem's references."""

    def __init__(self, problem: Problem, folder: Path) -> None:
        self.problem = problem
        self.folder = folder
        self.environment = {
            **os.environ,
            "HARNESS_STATE": str(folder / "state"),
            "PYTHONPATH": str(folder),
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        }

    def one_submission(self, level: int, rounds: int) -> None:
        """A warm grader beside cold pytest and the warm fork, on levels 1 to ``level``."""
        source = self._put(level)
        with Grader(self.problem) as grader:
            count = len(grader.grade(source, level).tests)
            medians = _alternate(
                {
                    "warm grader": lambda: grader.grade(source, level),
                    "cold pytest": lambda: self._cold_pytest(level),
                },
                rounds,
            )
        fork = self._warm_fork(level, rounds) / rounds
        cold = medians["cold pytest"]
        _tell(f"one submission, levels 1 to {level}, {count} tests")
        for name, seconds in {**medians, "warm fork, unsafe": fork}.items():
            _tell_row(name, seconds, cold)

    def cold_start(self, rounds: int) -> None:
        """``harness grade`` from nothing, beside cold pytest on the same files."""
        level = len(self.problem.levels)
        self._put(level)
        command = [sys.executable, "-m", "harness", "grade", self.problem.id, "solution.py"]
        medians = _alternate(
            {
                "harness grade": lambda: self._run(command),
                "cold pytest": lambda: self._cold_pytest(level),
            },
            rounds,
        )
        _tell(f"from a cold start, levels 1 to {level}")
        for name, seconds in medians.items():
            _tell_row(name, seconds, medians["cold pytest"])

    def many_submissions(self, count: int) -> None:
        """A class of submissions on all cores, each way with as many lanes as there are cores."""
        level, lanes = len(self.problem.levels), os.cpu_count() or 1
        source = self._put(level)
        sample = max(lanes, count // 10)
        graders = [Grader(self.problem) for _ in range(lanes)]
        try:
            for grader in graders:
                grader.grade(source, level)

            def lane(grader: Grader) -> None:
                for _ in range(count // lanes):
                    grader.grade(source, level)

            started = time.perf_counter()
            with ThreadPoolExecutor(lanes) as pool:
                list(pool.map(lane, graders))
            ours = (time.perf_counter() - started) / (count // lanes * lanes)
        finally:
            for grader in graders:
                grader.close()
        started = time.perf_counter()
        with ThreadPoolExecutor(lanes) as pool:
            list(pool.map(lambda _: self._cold_pytest(level), range(sample)))
        cold = (time.perf_counter() - started) / sample
        with ThreadPoolExecutor(lanes) as pool:
            started = time.perf_counter()
            list(pool.map(lambda _: self._warm_fork(level, sample // lanes), range(lanes)))
            fork = (time.perf_counter() - started) / (sample // lanes * lanes)
        _tell(f"{count} submissions of levels 1 to {level} on {lanes} cores (others: {sample})")
        for name, seconds in (("harness", ours), ("cold pytest", cold), ("warm fork", fork)):
            print(f"  {name:20} {1 / seconds:8.2f} a second  {cold / seconds:5.2f} x cold pytest")

    def commands(self, rounds: int) -> None:
        """Commands that run no test, beside importing pydantic."""
        harness = [sys.executable, "-m", "harness"]
        ways = {
            "import pydantic": [sys.executable, "-c", "import pydantic"],
            "harness problems": [*harness, "problems"],
            "harness spec": [*harness, "spec", self.problem.id, "1"],
            "harness --help": [*harness, "--help"],
        }
        medians = _alternate(
            {name: (lambda way=way: self._run(way)) for name, way in ways.items()},  # type: ignore[misc]
            rounds,
        )
        _tell("commands that run no test")
        for name, seconds in medians.items():
            _tell_row(name, seconds, medians["import pydantic"], "import pydantic")

    def one_call(self, folder: Path) -> None:
        """The median cost of one call across the wire."""
        problem = _calling_problem(self.problem, folder / "calling")
        with Grader(problem) as grader:
            report = grader.grade(ADD, 1)
        assert report.tests[0].comparison is not None
        _tell("one call across the wire")
        print(f"  {float(report.tests[0].comparison.expected) * 1e6:.1f} µs (median of 50 rounds)")

    def _put(self, level: int) -> bytes:
        path = self.problem.folder / "submissions" / "accepted" / f"level_{level}.py"
        (self.folder / "solution.py").write_bytes(path.read_bytes())
        return path.read_bytes()

    def _tests(self, level: int) -> list[str]:
        return [
            str(file)
            for each in self.problem.levels[:level]
            for file in (each.sample_tests, each.hidden_tests)
        ]

    def _cold_pytest(self, level: int) -> None:
        options = ["-q", "-c", os.devnull, "--rootdir", str(self.folder), "-p", "no:cacheprovider"]
        options += ["-W", "ignore", "--import-mode=importlib"]
        self._run([sys.executable, "-m", "pytest", *options, *self._tests(level)])

    def _warm_fork(self, level: int, count: int) -> float:
        command = [sys.executable, "-c", WARM_FORK, str(self.folder), str(count)]
        output = self._run([*command, *self._tests(level)])
        return float(output.strip().splitlines()[-1])

    def _run(self, command: list[str]) -> str:
        return subprocess.run(
            command,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
            cwd=self.folder,
        ).stdout


def _calling_problem(like: Problem, folder: Path) -> Problem:
    """A problem whose one test measures calls and fails with what it measured."""
    level = folder / "level_1"
    level.mkdir(parents=True)
    (level / "test_hidden.py").write_text(CALLS, encoding="utf-8")
    (level / "test_sample.py").write_text("", encoding="utf-8")
    only = like.levels[0].model_copy(update={"folder": level})
    return like.model_copy(
        update={
            "folder": folder,
            "levels": (only,),
            "class_name": "Thing",
            "limits": like.limits.model_copy(update={"cpu_seconds": 30}),
        }
    )


def _alternate(ways: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Take the ways in turn, round by round; return each one's median seconds."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way()
    for _ in range(rounds):
        for name, way in ways.items():
            started = time.perf_counter()
            way()
            times[name].append(time.perf_counter() - started)
    return {name: statistics.median(each) for name, each in times.items()}


def _tell(title: str) -> None:
    print(f"\n{title}")


def _tell_row(name: str, seconds: float, base: float, base_name: str = "cold pytest") -> None:
    print(f"  {name:20} {seconds * 1000:8.1f} ms  {seconds / base:5.2f} of {base_name}")


if __name__ == "__main__":
    main()
