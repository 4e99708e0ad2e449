"""How long a person waits from saving the file to reading the report, in a running sitting.

    python benchmarks/feedback.py [--problem key_value_store] [--level 1] [--rounds 15]

Three ways are taken in turn, round by round, so that a noisy machine is noisy for all of them:

* *feedback*: the file is saved, a running sitting submits it to its warm grader, the report is
  in the store. Isolated, every protection that is on stays on.
* *cold pytest*: ``python -m pytest`` on the same tests with the solution in its own process, no
  isolation, no plugins, compiled tests cached: what people use instead.
* *bare tests*: the test functions alone, called in a process that has everything imported.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from harness.catalog import Problem, load_catalog
from harness.grading import Grader, Report
from harness.session import MODES, OnResult, Sitting, Store

TARGET = 0.25
BARE = """
import importlib.util, inspect, sys, time
sys.path.insert(0, sys.argv[1])
from hypothesis import settings, HealthCheck
settings.register_profile("bare", database=None, deadline=None, derandomize=True,
                          suppress_health_check=list(HealthCheck))
settings.load_profile("bare")
functions = []
for number, file in enumerate(sys.argv[2:]):
    spec = importlib.util.spec_from_file_location(f"tests_{number}", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, value in vars(module).items():
        if name.startswith("test_"):
            functions.append(value)
best = None
for _ in range(3):
    started = time.perf_counter()
    for function in functions:
        marks = [m for m in getattr(function, "pytestmark", []) if m.name == "parametrize"]
        if not marks and not (set(inspect.signature(function).parameters)):
            function()
    spent = time.perf_counter() - started
    best = spent if best is None else min(best, spent)
print(best)
"""


def main() -> int:
    """Measure, print, and answer 1 when the target is missed."""
    options = _options()
    whole = load_catalog().problem(options.problem)
    # Without the levels beyond, or passing would open the next and its tests would be run too.
    problem = whole.model_copy(update={"levels": whole.levels[: options.level]})
    with tempfile.TemporaryDirectory() as folder:
        ways = _ways(problem, options.level, Path(folder))
        times: dict[str, list[float]] = {name: [] for name in ways}
        for way in ways.values():
            way()  # a warm-up: caches, compiled files
        for _ in range(options.rounds):
            for name, way in ways.items():
                times[name].append(way())
    medians = {name: statistics.median(each) for name, each in times.items()}
    cold = medians["cold pytest"]
    print(f"{problem.id}, level {options.level}, {options.rounds} rounds, {os.cpu_count()} cores")
    for name, median in medians.items():
        spread = f"{min(times[name]) * 1000:7.1f} to {max(times[name]) * 1000:7.1f}"
        print(
            f"  {name:12} {median * 1000:8.1f} ms  ({spread})  {median / cold:5.2f} of cold pytest"
        )
    ratio = medians["feedback"] / cold
    print(f"feedback is {ratio:.2f} of cold pytest; the target is at most {TARGET}")
    return 0 if ratio <= TARGET else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--problem", default="key_value_store")
    parser.add_argument("--level", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=15)
    return parser.parse_args()


def _ways(problem: Problem, level: int, folder: Path) -> dict[str, Callable[[], float]]:
    source = (problem.folder / "submissions" / "accepted" / f"level_{level}.py").read_bytes()
    tests = [
        str(file)
        for each in problem.levels[:level]
        for file in (each.sample_tests, each.hidden_tests)
    ]
    (folder / "in_process").mkdir()
    (folder / "in_process" / "solution.py").write_bytes(source)
    return {
        "feedback": _feedback(problem, level, source, folder),
        "cold pytest": _cold_pytest(tests, folder),
        "bare tests": _bare(tests, folder),
    }


def _feedback(problem: Problem, level: int, source: bytes, folder: Path) -> Callable[[], float]:
    store = Store(folder / "sessions.db")
    sitting = Sitting.start(store, problem, MODES["practice"], folder / "workspace")
    grader = Grader(problem)

    def grade(sent: bytes, unlocked: int, on_result: OnResult | None) -> Report:
        return grader.grade(sent, unlocked, on_result=on_result)

    references = problem.folder / "submissions" / "accepted"
    solution = folder / "workspace" / "solution.py"
    for earlier in range(1, level):  # unlock what comes before
        solution.write_bytes((references / f"level_{earlier}.py").read_bytes())
        sitting.submit(grade)

    def way() -> float:
        started = time.perf_counter()
        solution.write_bytes(source)
        report = sitting.submit(grade)
        elapsed = time.perf_counter() - started
        if not report.accepted:
            raise SystemExit(f"the reference is not accepted: {report.message}")
        return elapsed

    return way


def _cold_pytest(tests: list[str], folder: Path) -> Callable[[], float]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder / "in_process"),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    command = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", str(folder)]
    command += ["-p", "no:cacheprovider", "-W", "ignore", "--import-mode=importlib", *tests]

    def way() -> float:
        started = time.perf_counter()
        subprocess.run(command, env=environment, check=True, capture_output=True, cwd=folder)
        return time.perf_counter() - started

    return way


def _bare(tests: list[str], folder: Path) -> Callable[[], float]:
    command = [sys.executable, "-W", "ignore", "-c", BARE, str(folder / "in_process"), *tests]

    def way() -> float:
        finished = subprocess.run(command, check=True, capture_output=True, text=True)
        return float(finished.stdout)

    return way


if __name__ == "__main__":
    raise SystemExit(main())
