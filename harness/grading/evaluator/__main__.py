"""Start an evaluator: ``python -m harness.grading.evaluator CONTROL_FD``.

Pytest is imported at once; meanwhile whoever started it finds out what to say. The first line on
the control socket is the configuration, JSON: ``package`` (the problem's folder), ``levels`` (with
the patterns of their tests), ``class_name``, ``modules`` (what tests call the solution),
``budget``, ``cache`` (for compiled tests), ``folder`` (empty and private) and ``without`` (layers
of protection to leave out).
"""

import importlib
import socket
import sys
from pathlib import Path
from typing import Any

from harness.grading.evaluator.budget import Budget
from harness.grading.evaluator.grader_line import GraderLine
from harness.grading.evaluator.zygote import WorkerZygote
from harness.grading.worker.process import refuse_inspection

_PLUGINS_NOT_NEEDED = (
    "cacheprovider doctest faulthandler junitxml legacypath logging nose pastebin "
    "setuponly setupplan stepwise terminal threadexception unraisableexception warnings"
).split()


def main() -> None:
    """Serve the grader until it closes the control socket."""
    grader = GraderLine(socket.socket(fileno=int(sys.argv[1])))
    refuse_inspection()
    importlib.import_module("pytest")
    configuration = grader.next()
    if configuration is None:
        return  # nobody needed it after all
    folder = Path(configuration["folder"])
    tests = _test_files(configuration)
    # First of all: it warms up while the tests are collected.
    zygote = WorkerZygote(folder, tests[-1], configuration["without"])
    try:
        _run(grader, zygote, configuration, tests)
    finally:
        zygote.close()


def _test_files(configuration: dict[str, Any]) -> list[Path]:
    """Every level's samples and hidden tests; the last file is one that nobody may read."""
    return [
        Path(configuration["package"], f"level_{level}", name)
        for level in configuration["levels"]
        for name in ("test_sample.py", "test_hidden.py")
    ]


def _run(
    grader: GraderLine,
    zygote: WorkerZygote,
    configuration: dict[str, Any],
    files: list[Path],
) -> None:
    package = Path(configuration["package"])
    folder = Path(configuration["folder"])
    _prepare_hypothesis(files, Path(configuration["cache"]))
    import pytest

    from harness.grading.evaluator.serve import Server
    from harness.grading.evaluator.solution_module import install

    settings = folder / "pytest.ini"
    settings.write_text("[pytest]\nmarkers =\n    tags(*names): concepts\n", encoding="utf-8")
    server = Server(
        grader,
        zygote,
        install(configuration["class_name"], configuration["modules"]),
        package=package,
        levels=configuration["levels"],
        budget=Budget(**configuration["budget"]),
    )
    sys.path.append(str(package))  # modules of the problem's own that its tests share
    sys.pycache_prefix = configuration["cache"]
    pytest.main(
        ["-c", str(settings), f"--rootdir={package}", f"--confcutdir={package}", "-s"]
        + ["--import-mode=importlib", "--strict-markers"]
        + [f"-pno:{name}" for name in _PLUGINS_NOT_NEEDED]
        + [str(file) for file in files],
        plugins=[server],
    )


def _prepare_hypothesis(files: list[Path], cache: Path) -> None:
    """Import it before the cache of compiled files is moved, and make its runs repeatable."""
    if not any(b"hypothesis" in file.read_bytes() for file in files):
        return
    from hypothesis import HealthCheck, settings
    from hypothesis.configuration import set_hypothesis_home_dir

    # Its tables of all characters take a second to make: kept, like compiled tests.
    set_hypothesis_home_dir(cache / "hypothesis")
    settings.register_profile(
        "grading",
        database=None,
        deadline=None,
        derandomize=True,
        print_blob=False,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("grading")


if __name__ == "__main__":
    main()
