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

from harness.grading.evaluator.grader_line import GraderLine
from harness.grading.evaluator.suite.collection import collect, prepare_hypothesis, test_files
from harness.grading.evaluator.workers.budget import Budget
from harness.grading.evaluator.workers.zygote import WorkerZygote
from harness.grading.worker.process import refuse_inspection


def main() -> None:
    """Serve the grader until it closes the control socket."""
    grader = GraderLine(socket.socket(fileno=int(sys.argv[1])))
    refuse_inspection()
    importlib.import_module("pytest")
    configuration = grader.next()
    if configuration is None:
        return  # nobody needed it after all
    folder = Path(configuration["folder"])
    tests = test_files(configuration)
    # First of all: it warms up while the tests are collected.
    zygote = WorkerZygote(folder, tests[-1], configuration["without"])
    try:
        _run(grader, zygote, configuration, tests)
    finally:
        zygote.close()


def _run(
    grader: GraderLine,
    zygote: WorkerZygote,
    configuration: dict[str, Any],
    files: list[Path],
) -> None:
    prepare_hypothesis(files, Path(configuration["cache"]))
    from harness.grading.evaluator.conversation.solution_module import install
    from harness.grading.evaluator.serve import Server
    from harness.grading.evaluator.suite.shelf import Shelf

    package = Path(configuration["package"])
    server = Server(
        grader,
        zygote,
        install(configuration["class_name"], configuration["modules"]),
        package=package,
        budget=Budget(**configuration["budget"]),
        shelf=Shelf(Path(configuration["cache"]), package),
    )
    collect(configuration, files, server)


if __name__ == "__main__":
    main()
