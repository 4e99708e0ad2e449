"""A sound problem has no finding; each way of being unsound has its own, at its place."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.authoring import Finding, prove
from harness.authoring.proving import examples
from harness.catalog import load_problem
from tests.authoring.conftest import write_sound_problem


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_sound_problem(tmp_path)


def found(folder: Path) -> list[Finding]:
    return prove(load_problem(folder), lanes=1)


def test_a_sound_problem_has_no_finding(folder: Path) -> None:
    accepted = folder / "submissions" / "accepted"
    (accepted / "level_2_again.py").write_text((accepted / "level_2.py").read_text())
    assert found(folder) == []


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="no processor can be withheld")
def test_checks_run_on_the_processors_that_the_process_may_use(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    mine = os.sched_getaffinity(0)
    threads = set()
    os.sched_setaffinity(0, {min(mine)})
    try:
        problem = load_problem(folder)
        assert prove(problem, lambda *_: threads.add(threading.current_thread())) == []
    finally:
        os.sched_setaffinity(0, mine)
    assert threads == {threading.current_thread()}


def rewrite(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text()))


def break_example(folder: Path) -> None:
    rewrite(folder / "level_2" / "statement.md", lambda text: text.replace("True", "False"))


def drop_examples(folder: Path) -> None:
    (folder / "level_3" / "statement.md").write_text("# Level 3\n")


def break_reference(folder: Path) -> None:
    file = folder / "submissions" / "accepted" / "level_2.py"
    rewrite(file, lambda text: text.replace("'counter'", "'x'"))


def add_nothing_at_level_2(folder: Path) -> None:
    for kind in ("sample", "hidden"):
        rewrite(
            folder / "level_2" / f"test_{kind}.py",
            lambda text: text.replace("Counter().name() == 'counter'", "Counter().count() == 1"),
        )


def give_away_a_test(folder: Path) -> None:
    file = folder / "level_1" / "test_hidden.py"
    file.write_text(file.read_text() + "\n\ndef test_exists():\n    assert Counter() is not None\n")


def name_a_later_method(folder: Path) -> None:
    file = folder / "level_1" / "statement.md"
    file.write_text(file.read_text() + "\nLater you will write `reset`.\n")


def leak_in_starter(folder: Path) -> None:
    starter = folder.parent.parent / "solutions_template" / "counter.py"
    starter.write_text("class Counter:\n    def name(self):\n        raise NotImplementedError\n")


def accept_a_wrong_submission(folder: Path) -> None:
    file = folder / "submissions" / "wrong_answer" / "says_two.py"
    rewrite(file, lambda text: text.replace("return 2", "return 1"))


def reject_it_with_another_verdict(folder: Path) -> None:
    file = folder / "submissions" / "wrong_answer" / "says_two.py"
    rewrite(file, lambda text: text.replace("return 2", "return 1 / 0"))


def reject_it_too_early(folder: Path) -> None:
    file = folder / "submissions" / "wrong_answer" / "says_two.py"
    rewrite(file, lambda text: text.replace("level 1", "level 2"))


def break_a_test(folder: Path) -> None:
    file = folder / "level_1" / "test_hidden.py"
    file.write_text(file.read_text() + "\n\ndef test_mistyped():\n    assert Conter() is None\n")


def leave_a_test_file_half_written(folder: Path) -> None:
    rewrite(folder / "level_2" / "test_hidden.py", lambda text: text + "\ndef test_more(:\n")


def leave_a_reference_half_written(folder: Path) -> None:
    file = folder / "submissions" / "accepted" / "level_2.py"
    rewrite(file, lambda text: text + "    def (\n")


def remove_the_instructors_page(folder: Path) -> None:
    (folder.parent.parent / "docs" / "problems" / "counter.md").unlink()


def depend_on_order(folder: Path) -> None:
    file = folder / "level_1" / "test_hidden.py"
    file.write_text(
        file.read_text() + "\n\nSEEN = []\n\n\ndef test_a():\n    SEEN.append(Counter().count())\n"
        "\n\ndef test_b():\n    assert SEEN == [Counter().count()]\n"
    )


def tighten_the_limit(folder: Path) -> None:
    manifest = folder / "problem.toml"
    manifest.write_text(manifest.read_text() + "\n[limits]\ncpu_seconds = 0.2\n")
    busy = "        import time\n        while time.process_time() < 0.1: pass\n"
    for file in (folder / "submissions" / "accepted").iterdir():
        rewrite(file, lambda text: text.replace("count(self):\n", "count(self):\n" + busy))


def write_half_a_test(folder: Path) -> None:
    (folder / "level_2" / "test_hidden.py").write_text("import pytest\n\ndef test_it(:\n")


def write_no_test(folder: Path) -> None:
    (folder / "level_2" / "test_hidden.py").write_text("import pytest\n")


def write_half_a_reference(folder: Path) -> None:
    (folder / "submissions" / "accepted" / "level_1.py").write_text("class Counter(\n")


def write_half_a_starter(folder: Path) -> None:
    (folder.parent.parent / "solutions_template" / "counter.py").write_text("\nclass Counter\n")


def write_a_statement_in_another_encoding(folder: Path) -> None:
    (folder / "level_1" / "statement.md").write_bytes(b"# Z\xe4hler\n")


def call_the_solution_while_imported(folder: Path) -> None:
    file = folder / "level_1" / "test_hidden.py"
    rewrite(file, lambda text: text.replace("Counter\n", "Counter\nCounter().count()\n", 1))


def leave_a_mark(folder: Path) -> None:
    rewrite(
        folder / "level_2" / "statement.md",
        lambda text: text.replace("\n\n```", "\n<!-- TODO: say more -->\n\n```", 1),
    )


def page_of(folder: Path) -> Path:
    return folder.parent.parent / "docs" / "problems" / "counter.md"


def forget_a_row(folder: Path) -> None:
    rewrite(page_of(folder), lambda text: text.replace("| Statement of level 1. |", "| |"))


def say_another_sentence(folder: Path) -> None:
    rewrite(page_of(folder), lambda text: text.replace("Statement of level 1", "Statement of one"))


def name_a_test_that_is_gone(folder: Path) -> None:
    rewrite(page_of(folder), lambda text: text.replace("test_hidden_0", "test_gone", 1))


def announce_no_test(folder: Path) -> None:
    file = folder / "level_3" / "test_hidden.py"
    file.write_text(file.read_text() + "\n\ndef test_more():\n    assert Counter().reset()\n")


def end_the_process_in_an_example(folder: Path) -> None:
    file = folder / "level_2" / "statement.md"
    rewrite(file, lambda text: text.replace(">>> C", ">>> __import__('os')._exit(0)\n>>> C"))


def print_past_python(folder: Path) -> None:
    file = folder / "submissions" / "accepted" / "level_2.py"
    rewrite(file, lambda text: f"import os\nos.write(1, b'hello')\n{text}")
    break_example(folder)


BROKEN = [
    (write_half_a_test, "cannot-be-read", "level_2/test_hidden.py", 3),
    (write_no_test, "no-scored-test", "level_2/test_hidden.py", None),
    (write_half_a_reference, "cannot-be-read", "submissions/accepted/level_1.py", 1),
    (write_half_a_starter, "cannot-be-read", "solutions_template/counter.py", 2),
    (write_a_statement_in_another_encoding, "cannot-be-read", "level_1/statement.md", None),
    (call_the_solution_while_imported, "test-at-fault", "problems/counter", None),
    (break_example, "statement-example", "level_2/statement.md", 7),
    (drop_examples, "statement-example", "level_3/statement.md", None),
    (end_the_process_in_an_example, "statement-example", "level_2/statement.md", 7),
    (print_past_python, "statement-example", "level_2/statement.md", 7),
    (break_reference, "reference-fails", "submissions/accepted/level_2.py", None),
    (add_nothing_at_level_2, "level-adds-nothing", "level_2/test_hidden.py", None),
    (give_away_a_test, "starter-passes", "solutions_template/counter.py", None),
    (name_a_later_method, "names-later-level", "level_1/statement.md", 11),
    (leak_in_starter, "names-later-level", "solutions_template/counter.py", 2),
    (accept_a_wrong_submission, "verdict-differs", "says_two.py", None),
    (reject_it_with_another_verdict, "verdict-differs", "says_two.py", None),
    (reject_it_too_early, "rejected-early", "says_two.py", None),
    (break_a_test, "test-at-fault", "level_1/test_hidden.py", 12),
    (leave_a_test_file_half_written, "cannot-be-read", "level_2/test_hidden.py", 11),
    (leave_a_reference_half_written, "cannot-be-read", "accepted/level_2.py", 7),
    (remove_the_instructors_page, "no-instructor-page", "docs/problems/counter.md", None),
    (tighten_the_limit, "limit-too-tight", "problem.toml", None),
    (depend_on_order, "depends-on-chance", "level_1/test_hidden.py", 19),
    (leave_a_mark, "unfinished", "level_2/statement.md", 4),
    (forget_a_row, "sentence-untested", "level_1/statement.md", 3),
    (say_another_sentence, "sentence-unknown", "docs/problems/counter.md", 9),
    (name_a_test_that_is_gone, "test-unknown", "docs/problems/counter.md", 9),
    (announce_no_test, "test-unannounced", "level_3/test_hidden.py", 12),
]


@pytest.mark.slow
@pytest.mark.parametrize(("break_it", "check", "place", "line"), BROKEN)
def test_each_unsoundness_is_found(
    folder: Path, break_it: Callable[[Path], None], check: str, place: str, line: int | None
) -> None:
    break_it(folder)
    places = {(each.check, str(each.file), each.line) for each in found(folder)}
    assert any(
        kind == check and file.endswith(place) and at == line for kind, file, at in places
    ), places


@pytest.mark.slow
def test_an_example_that_hangs_is_found_at_its_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examples, "SECONDS", 5)
    statement = folder / "level_1" / "statement.md"
    rewrite(statement, lambda text: text.replace(">>> C", ">>> while True: pass\n>>> C"))
    (hangs,) = found(folder)
    assert (hangs.check, hangs.file, hangs.line) == ("statement-example", statement, 7)
    assert "`while True: pass`" in hangs.message
    assert "mend" in hangs.message


@pytest.mark.slow
def test_what_fails_in_any_order_is_told_by_the_reference_alone(folder: Path) -> None:
    file = folder / "submissions" / "accepted" / "level_3.py"
    rewrite(file, lambda text: text.replace("'counter'", "'x'"))
    assert {each.check for each in found(folder)} == {"reference-fails"}
    depend_on_order(folder)
    chance = [each for each in found(folder) if each.check == "depends-on-chance"]
    assert chance
    assert {each.message.split()[0] for each in chance} <= {"test_a", "test_b"}


SLY = "class Sly(int):\n    def __eq__(self, other): return True\n    __hash__ = int.__hash__\n"


@pytest.mark.parametrize(
    "source",
    [
        "class Counter:\n    def count(self): return 2\n",
        f"{SLY}class Counter:\n    def count(self): return Sly()\n",
        "import sys\n"
        "class Counter:\n    def count(self): return 1 if 'pytest' in sys.modules else 2\n",
        pytest.param(
            "class Counter:\n    def count(self):\n        while True: pass\n",
            marks=pytest.mark.slow,
        ),
    ],
    ids="wrong sly spying slow".split(),
)
def test_no_submission_that_the_grader_rejects_is_taken_for_accepted(
    folder: Path, source: str
) -> None:
    (folder / "submissions" / "accepted" / "level_1_another.py").write_text(source)
    assert {each.check for each in found(folder)} == {"verdict-differs"}


def test_one_that_only_the_grader_rejects_early_is_found(folder: Path) -> None:
    early = folder / "submissions" / "wrong_answer" / "says_two.py"
    early.write_text(
        "# verdict: wrong answer\n# rejected at: level 2\n# mistake: lies\n"
        f"{SLY}class Counter:\n    def count(self): return Sly()\n    def name(self): return 'x'\n"
    )
    assert {(each.check, each.file.name) for each in found(folder)} == {
        ("rejected-early", "says_two.py")
    }


def test_a_level_has_the_verdict_of_the_first_test_that_rejects(folder: Path) -> None:
    file = folder / "level_1" / "test_hidden.py"
    rewrite(file, lambda text: text + "\n\ndef test_later():\n    assert Counter().count(1) == 1\n")
    for reference in (folder / "submissions" / "accepted").iterdir():
        rewrite(reference, lambda text: text.replace("count(self)", "count(self, *_)"))
    page = page_of(folder)
    rewrite(page, lambda text: text.replace("test_hidden_0", "test_hidden_0, test_later", 1))
    assert not [each for each in found(folder) if each.check == "verdict-differs"]
    crashing = folder / "submissions" / "run_time_error" / "says_two.py"
    crashing.parent.mkdir()
    (folder / "submissions" / "wrong_answer" / "says_two.py").rename(crashing)
    rewrite(crashing, lambda text: text.replace("wrong answer", "run-time error"))
    assert "verdict-differs" in {each.check for each in found(folder)}


HANGS = "# verdict: time limit exceeded\n# rejected at: level 2\n# mistake: never ends\n{0}"


def write_one_that_hangs(folder: Path, source: str) -> None:
    manifest = folder / "problem.toml"
    manifest.write_text(manifest.read_text() + "\n[limits]\ncpu_seconds = 0.2\n")
    kind = folder / "submissions" / "time_limit_exceeded"
    kind.mkdir()
    (kind / "hangs.py").write_text(HANGS.format(source))


@pytest.mark.parametrize(
    ("count", "name", "checks"),
    [
        ("return 1", "while True: pass", set()),
        ("while True: pass", "return 'counter'", {"rejected-early", "verdict-differs"}),
        ("return 1", "return 'x'", {"verdict-differs"}),
    ],
    ids="as-it-says too-early not-at-all".split(),
)
def test_one_that_runs_out_of_time_does_so_at_its_level(
    folder: Path, count: str, name: str, checks: set[str]
) -> None:
    write_one_that_hangs(
        folder,
        f"class Counter:\n    def count(self):\n        {count}\n    def name(self):\n        {name}\n",
    )
    findings = found(folder)
    assert {finding.check for finding in findings} == checks
    assert all(finding.file.name == "hangs.py" for finding in findings)
