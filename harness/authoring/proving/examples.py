"""The worked examples of a statement, run as written against the level's reference.

References are the author's own code and run trusted, though in a process of their own.
"""

import json
import subprocess
import sys
from collections.abc import Iterator

from harness.authoring.finding import Finding
from harness.catalog.models import Level, Problem

_SECONDS = 30
_RUN = """
import doctest, json, sys, types
reference, statement, *names = sys.argv[1:]
module = sys.modules["solution"] = types.ModuleType("solution")
sys.modules.update(dict.fromkeys(names, module))
exec(compile(open(reference, encoding="utf-8").read(), reference, "exec"), module.__dict__)
# The fence that closes an example would be read as part of the output it expects.
text = "\\n".join("" if line.startswith("```") else line
                 for line in open(statement, encoding="utf-8").read().split("\\n"))
test = doctest.DocTestParser().get_doctest(text, dict(module.__dict__), "", statement, 0)
failures = []
class Runner(doctest.DocTestRunner):
    def report_failure(self, out, test, example, got):
        failures.append((example.lineno + 1, example.source, example.want, got))
    def report_unexpected_exception(self, out, test, example, info):
        failures.append((example.lineno + 1, example.source, example.want, repr(info[1])))
Runner().run(test, out=lambda text: None)
json.dump({"examples": len(test.examples), "failures": failures}, sys.stdout)
"""


def check_examples(problem: Problem, level: Level) -> Iterator[Finding]:
    """Yield what is wrong with the examples of one level's statement."""
    reference = reference_path(problem, level.number)
    finished = subprocess.run(
        [sys.executable, "-I", "-c", _RUN, reference, str(level.statement_file)]
        + list(problem.modules),
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    if finished.returncode:
        last = finished.stderr.strip().splitlines()[-1:] or ["no reason given"]
        yield _finding(level, None, f"its examples cannot be run: {last[0]}.")
        return
    outcome = json.loads(finished.stdout)
    if not outcome["examples"]:
        yield _finding(level, None, "has no `>>>` example; add one that shows what is new.")
    for line, source, want, got in outcome["failures"]:
        yield _finding(
            level,
            line,
            f"`{source.strip()}` gives {got.strip() or 'nothing'} with the reference, "
            f"not {want.strip() or 'nothing'}.",
        )


def reference_path(problem: Problem, level: int) -> str:
    """Where the reference of this level is."""
    return str(problem.folder / "submissions" / "accepted" / f"level_{level}.py")


def _finding(level: Level, line: int | None, message: str) -> Finding:
    return Finding(check="statement-example", file=level.statement_file, line=line, message=message)
