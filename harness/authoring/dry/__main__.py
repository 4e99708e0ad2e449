"""Start dry runs: ``python -m harness.authoring.dry CONTROL_FD``.

The first line on the control socket is the configuration, as an evaluator gets it: ``package``,
``levels``, ``modules``, ``cache``, ``folder``, ``memory_mb``; the answer names the tests, and those
of them that are properties. Each further line is one run:
``source`` in base64, ``tests`` by id in order, ``seed``, ``examples`` (of a property, where they
are not those that are drawn already), ``slow_seconds``, ``until_failure``, ``most_slow`` (after so
many slow tests the rest is left out; null for never), ``reach`` (what of the program is reached is
told too), ``settle`` (tests whose outcome stands by itself are to be found) and ``granted`` (tests
that are known to pass as long as nothing has changed, and need not run until then).
"""

import importlib
import socket
import sys
from pathlib import Path

from harness.authoring.dry.solution import MODULE, DryModule
from harness.grading.evaluator.grader_line import GraderLine
from harness.grading.evaluator.suite.collection import (
    collect,
    make_known,
    prepare_hypothesis,
    test_files,
)


def main() -> None:
    """Serve until the control socket is closed."""
    line = GraderLine(socket.socket(fileno=int(sys.argv[1])))
    for name in ("hypothesis", "harness.authoring.dry.serve"):
        importlib.import_module(name)  # at once, for it may have been started ahead
    configuration = line.next()
    if configuration is None:
        return
    files = test_files(configuration)
    prepare_hypothesis(files, Path(configuration["cache"]))
    from harness.authoring.dry.serve import DryServer

    module = DryModule()
    make_known(module, [MODULE, *configuration["modules"]])
    collect(configuration, files, DryServer(line, module, configuration))


if __name__ == "__main__":
    main()
