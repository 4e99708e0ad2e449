"""The worked examples of a statement, run as written against the level's reference.

References are the author's own code and run trusted, though in a process of their own.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from harness.authoring.finding import Finding
from harness.catalog.models import Level, Problem

SECONDS = 30
"""Wall seconds that the examples of one statement may take, the reference's import included."""
_RUN = """
import doctest, json, os, sys, types
reference, statement, *names = sys.argv[1:]
# What is printed past sys.stdout would be read as an answer.
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
def tell(*what):
    print(json.dumps(what), file=answers, flush=True)
module = sys.modules["solution"] = types.ModuleType("solution")
sys.modules.update(dict.fromkeys(names, module))
exec(compile(open(reference, encoding="utf-8").read(), reference, "exec"), module.__dict__)
# The fence that closes an example would be read as part of the output it expects.
text = "\\n".join("" if line.startswith("```") else line
                 for line in open(statement, encoding="utf-8").read().split("\\n"))
test = doctest.DocTestParser().get_doctest(text, dict(module.__dict__), "", statement, 0)
class Runner(doctest.DocTestRunner):
    def report_start(self, out, test, example):
        tell("begun", example.lineno + 1, example.source)
    def report_failure(self, out, test, example, got):
        tell("failed", example.lineno + 1, example.source, example.want, got)
    def report_unexpected_exception(self, out, test, example, info):
        tell("failed", example.lineno + 1, example.source, example.want, repr(info[1]))
Runner().run(test, out=lambda text: None)
tell("ended", len(test.examples))
"""


def check_examples(problem: Problem, level: Level) -> Iterator[Finding]:
    """Yield what is wrong with the examples of one level's statement."""
    answers, why = _run(problem, level)
    last: int | None = None
    what = "its examples"
    for answer in answers:
        match answer:
            case ["begun", line, source]:
                last, what = line, f"`{source.strip()}`"
            case ["failed", line, source, want, got]:
                yield _finding(
                    level,
                    line,
                    f"`{source.strip()}` gives {got.strip() or 'nothing'} with the reference, "
                    f"not {want.strip() or 'nothing'}.",
                )
            case ["ended", 0]:
                yield _finding(level, None, "has no `>>>` example; add one that shows what is new.")
                return
            case ["ended", _]:
                return
    told = f"{what} cannot be run to the end with the reference: {why}; mend the one or the other."
    yield _finding(level, last, told)


def _run(problem: Problem, level: Level) -> tuple[list[list[Any]], str]:
    """What the run said as it went on, and why nothing follows."""
    try:
        finished = subprocess.run(
            [sys.executable, "-I", "-c", _RUN]
            + [str(problem.reference(level.number)), str(level.statement_file)]
            + list(problem.modules),
            stdin=subprocess.DEVNULL,  # or an example that reads would wait for the author
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        said, why = late.stdout or b"", f"{SECONDS} s are over"
    else:
        told = finished.stderr.decode("utf-8", errors="replace").strip().splitlines()
        why = told[-1] if told else f"its process ended with {finished.returncode}"
        said = finished.stdout
    whole = said.rpartition(b"\n")[0]
    return [json.loads(line) for line in whole.splitlines()], why


def _finding(level: Level, line: int | None, message: str) -> Finding:
    return Finding(check="statement-example", file=level.statement_file, line=line, message=message)
