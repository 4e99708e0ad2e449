"""Each way a submission can fail has its verdict, in words a person can act on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.grading import Grader, Report
from harness.verdict import Verdict

from .conftest import Author, descendants, faults, write_question

TESTS = """
    from hypothesis import given, settings, strategies as st
    from solution import Thing

    def test_first():
        assert Thing().add(1, 2) == 3

    def test_second():
        thing = Thing()
        assert thing.add(2, 2) == 4

    @settings(max_examples=20)
    @given(st.integers(), st.integers())
    def test_property(left, right):
        assert Thing().add(left, right) == left + right
"""
RIGHT = "class Thing:\n    def add(self, a, b):\n        return a + b\n"
SWALLOWS = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"


@pytest.fixture(scope="module")
def grader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grader]:
    problem = write_question(tmp_path_factory.mktemp("adder"), TESTS)
    with Grader(problem) as warm:
        yield warm


def method(body: str) -> str:
    lines = "".join(f"        {line}\n" for line in body.split("\n"))
    return f"class Thing:\n    def add(self, a, b):\n{lines}"


def judged(grader: Grader, source: str) -> Report:
    report = grader.grade(source.encode("utf-8", "surrogatepass"), 1)
    assert len(report.tests) == 3
    again = grader.grade(RIGHT.encode(), 1)
    assert again.accepted, faults(again)  # no submission harms the next
    return report


@pytest.mark.parametrize(
    ("verdict", "words", "source"),
    [
        ("WA", "thing.add(1, 2) returned -1; expected 3.", method("return a - b")),
        ("WA", "expected 3", method("return None")),
        ("WA", "expected 3", method("return '3'")),
        ("WA", "expected 3", method("import builtins\nbuiltins.AssertionError = int\nreturn 0")),
        ("TLE", "were used where 0.5 s are allowed.", method("while True: pass")),
        ("MLE", "256 MiB", method("return bytearray(1 << 40)")),
        ("MLE", "256 MiB", method("held = []\nwhile True: held.append(bytearray(1 << 20))")),
        ("MLE", "256 MiB", "held = bytearray(1 << 40)\n"),
        ("OLE", "64 KiB", method("while True: print('x' * 1000)")),
        ("OLE", "64 KiB", method("import os\nwhile True: os.write(1, b'x')")),
        ("OLE", "too large", method("return [0] * 10_000_000")),
        ("OLE", "too large", method("held = []\nheld.append(held)\nreturn held")),
        ("OLE", "too large", method("return 'x' * (5 << 20)")),
        ("RTE", "raised ZeroDivisionError: division by zero.", method("return 1 / 0")),
        ("RTE", "RecursionError", method("return self.add(a, b)")),
        ("RTE", "exited with code 0", method("import os\nos._exit(0)")),
        ("RTE", "exited with code 0", "import os\nos._exit(0)\n"),
        ("RTE", "SystemExit", method("raise SystemExit(0)")),
        ("RTE", "Importing solution.py raised SystemExit", "raise SystemExit(0)\n"),
        ("RTE", "KeyboardInterrupt", method("raise KeyboardInterrupt")),
        ("RTE", "NotImplementedError", method("raise NotImplementedError")),
        ("RTE", "AssertionError", method("raise AssertionError('mine')")),
        ("RTE", "SkipTest", method("import unittest\nraise unittest.SkipTest('all fine')")),
        (
            "RTE",
            "signal 11",
            method("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)"),
        ),
        ("RTE", "signal 9", method("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")),
        ("RTE", "interfered", method("import os\nos.write(3, b'junk junk junk' * 10)\nreturn 3")),
        ("RTE", "", method("import os\nos.close(3)\nreturn 3")),
        ("RTE", "ModuleNotFoundError", "import numpy\n"),
        ("RTE", "ModuleNotFoundError", "import pytest\n"),
        ("CE", "line 2", "class Thing:\ndef add(self): pass\n"),
        ("CE", "line 1", "class Thing(:\n"),
        ("CE", "null bytes", "class Thing: pass\0"),
        ("CE", "does not compile", "# coding: nonsense\nclass Thing: pass\n"),
        ("CE", "does not define Thing; it defines Things", "class Things: pass\n"),
        ("CE", "does not define Thing", ""),
        ("CE", "does not define 'add'", "class Thing: pass\n"),
        ("CE", "cannot be called so", "class Thing:\n    def add(self, a): return 3\n"),
        ("CE", "", "(" * 100_000),
        *(
            pytest.param("TLE", words, source, marks=pytest.mark.slow)  # tests/adversarial has them
            for words, source in (
                ("waiting, not computing", method("import time\ntime.sleep(60)")),
                ("Importing solution.py did not end", "while True: pass"),
                ("were used where", method(SWALLOWS)),
            )
        ),
    ],
)
def test_failing_submissions(grader: Grader, verdict: str, words: str, source: str) -> None:
    report = judged(grader, source)
    first = report.tests[0]
    assert first.verdict.code == verdict, first.message
    assert words in first.message
    assert "\n" not in first.message
    assert report.verdict is first.verdict
    assert report.score == 0


def test_the_line_of_the_candidates_own_file_is_named(grader: Grader) -> None:
    report = judged(grader, method("x = 1\nreturn x / 0"))
    assert report.tests[0].line == 4


def test_a_dead_worker_costs_one_test(grader: Grader) -> None:
    source = method("import os\nif a == 1: os._exit(0)\nreturn a + b")
    verdicts = [test.verdict.code for test in judged(grader, source).tests]
    assert verdicts[:2] == ["RTE", "AC"]


HOARDS = "if a == 1:\n    self.held = []\n    while True: self.held.append(bytearray(1 << 20))"
NEEDS_MOST = "needed = bytearray(160 << 20)\nreturn a + b"


def test_a_test_that_runs_out_of_memory_takes_none_from_the_next(grader: Grader) -> None:
    report = judged(grader, method(f"{HOARDS}\n{NEEDS_MOST}"))
    verdicts = [test.verdict.code for test in report.tests]
    assert verdicts[:2] == ["MLE", "AC"], report.tests[1].message


@pytest.mark.parametrize("end", ["return 0", "return 1 / 0"])
def test_what_a_failed_test_held_is_no_more_when_the_next_begins(grader: Grader, end: str) -> None:
    body = f"if a == 1:\n    self.held = bytearray(160 << 20)\n    {end}\n{NEEDS_MOST}"
    report = judged(grader, method(f"if b > 2: return a + b\n{body}"))
    verdicts = [test.verdict.code for test in report.tests]
    assert verdicts[1] == "AC", report.tests[1].message


def test_a_call_for_which_no_memory_is_left_exceeds_the_limit(author: Author) -> None:
    hoard = (
        "held, size = [], 1 << 20\n"
        "while size > 64:\n"
        "    try: held.append(bytearray(size))\n"
        "    except MemoryError: size //= 2\n"
        "self.held = held"
    )
    tests = """
        from solution import Thing

        def test_hoard():
            thing = Thing()
            thing.add(1, 2)
            thing.add(["x" * 1000] * 500, "y" * 400_000)
    """
    with Grader(author(tests)) as grader:
        (test,) = grader.grade(method(hoard).encode(), 1).tests
    assert test.verdict is Verdict.MEMORY_LIMIT_EXCEEDED, test.message


def test_a_failing_property_shows_a_small_conversation(grader: Grader) -> None:
    report = judged(grader, method("return a + b if a < 100 else 0"))
    failing = report.tests[2]
    assert failing.verdict is Verdict.WRONG_ANSWER
    calls = [exchange.call for exchange in failing.conversation]
    assert calls[0] == "Thing()"
    assert calls[1].startswith("thing.add(10")
    assert len(calls) == 2
    assert failing.comparison is not None
    assert failing.comparison.came == "0"


def test_a_failing_property_is_judged_by_its_first_failure(grader: Grader) -> None:
    source = method("if a > 10:\n    while True: pass\nreturn a + b")
    assert judged(grader, source).tests[2].verdict is Verdict.TIME_LIMIT_EXCEEDED


def test_output_is_kept_with_its_test(grader: Grader) -> None:
    report = judged(grader, method("print('adding', a)\nreturn a + b"))
    assert report.accepted
    assert [test.output for test in report.tests[:2]] == ["adding 1\n", "adding 2\n"]


def test_the_conversation_tells_calls_and_answers(grader: Grader) -> None:
    report = judged(grader, method("return [a, b]"))
    test = report.tests[0]
    assert [(each.call, each.came) for each in test.conversation] == [
        ("Thing()", "thing"),
        ("thing.add(1, 2)", "[1, 2]"),
    ]
    assert test.assertion == "assert Thing().add(1, 2) == 3"


@pytest.mark.parametrize("without", ["seccomp,bubblewrap", "seccomp"])  # which lets none start
def test_processes_left_behind_are_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without: str
) -> None:
    monkeypatch.setenv("HARNESS_WITHOUT", without)
    body = (
        "import os, time\n"
        "reader, writer = os.pipe()\n"
        "if os.fork() == 0:\n"
        "    os.setsid()\n"
        "    if os.fork() == 0:\n"
        "        os.write(writer, str(os.getpid()).encode())\n"
        "        time.sleep(600)\n"
        "    os._exit(0)\n"
        "print(os.read(reader, 20).decode())\n"
        "return a + b"
    )
    with Grader(write_question(tmp_path, TESTS)) as grader:
        assert grader.grade(RIGHT.encode(), 1).accepted
        before = len(descendants())
        report = judged(grader, method(body))
        assert len(descendants()) == before
    strays = [int(line) for test in report.tests for line in test.output.split()]
    assert strays


def test_text_that_no_file_can_hold_is_shown_as_escapes(grader: Grader) -> None:
    report = judged(grader, method("print(chr(0xD800), '\\x1b[31m')\nreturn chr(0xDFFF)"))
    assert report.tests[0].message == "thing.add(1, 2) returned '\\udfff'; expected 3."
    assert "\\ud800" in report.tests[0].output
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_a_hundred_gradings_give_one_verdict(grader: Grader) -> None:
    source = method("return a + b if a != 7 else 0").encode()
    told = {
        tuple((test.id, test.verdict, test.message) for test in grader.grade(source, 1).tests)
        for _ in range(20)
    }
    assert len(told) == 1


@pytest.mark.slow
def test_a_near_miss_is_run_once_more_and_then_decided(grader: Grader) -> None:
    # Every test takes 1.1 of its limit of 0.5 s, each time in a new process.
    source = "import sys, time\n" + method("while time.process_time() < 0.56: pass\nreturn a + b")
    report = judged(grader, source)
    assert [test.verdict.code for test in report.tests] == ["TLE"] * 3
    assert report.tests[0].message.startswith("Twice: 0.5")
