"""The table of sentences and tests is compared with the statement and with the tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.authoring.proving.announced import check_announced
from harness.catalog import load_problem
from tests.conftest import write_problem

STATEMENT = """# Level 1 · Counting

One **counter** counts. It begins at 0:
nothing was counted then.

## Methods

`count() -> int`

Add one, and answer `a | b`.

    count() >= 1

- A counter knows
  no end.
1. First things first.

```text
Not prose.
```

## Example

Nothing here is a sentence to test.
"""
ROWS = """| One counter counts. | test_hidden_0 |
| It begins at 0: nothing was counted then. | `test_hidden_0`, `test_hidden_1` |
| `count() -> int` | test_sample_0 |
| Add one, and answer `a \\| b`. | test_hidden_1 |
| A counter knows no end. | — an introduction |
| 1. First things first. | test_hidden_1 |
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_problem(tmp_path)
    (folder / "level_1" / "statement.md").write_text(STATEMENT)
    change(folder, lambda page: page.replace(page.split("|---|---|\n")[1].split("\n\n")[0], ROWS))
    return folder


def page_of(folder: Path) -> Path:
    return folder.parent.parent / "docs" / "problems" / "counter.md"


def change(folder: Path, rewrite: Callable[[str], str]) -> None:
    page = page_of(folder)
    before = page.read_text()
    page.write_text(rewrite(before))
    assert page.read_text() != before


def found(folder: Path) -> list[tuple[str, str, int | None]]:
    findings = list(check_announced(load_problem(folder)))
    assert {each.severity for each in findings} <= {"warning"}
    return [(each.check, each.file.name, each.line) for each in findings]


def test_a_whole_table_has_no_finding(folder: Path) -> None:
    assert found(folder) == []


def test_a_sentence_without_a_row(folder: Path) -> None:
    change(
        folder, lambda page: page.replace("| A counter knows no end. | — an introduction |\n", "")
    )
    assert found(folder) == [("sentence-untested", "statement.md", 14)]


def test_part_of_a_paragraph_without_a_row(folder: Path) -> None:
    change(folder, lambda page: page.replace("| One counter counts. | test_hidden_0 |\n", ""))
    assert found(folder) == [("sentence-untested", "statement.md", 3)]


def test_a_row_that_the_statement_does_not_say(folder: Path) -> None:
    change(folder, lambda page: page.replace("knows no end", "knows an end"))
    assert {check for check, *_ in found(folder)} == {"sentence-unknown", "sentence-untested"}


def test_a_sentence_is_told_with_the_names_in_it(folder: Path) -> None:
    statement = folder / "level_1" / "statement.md"
    text = statement.read_text().replace("no end.", "no `most_of_all`, _ever_.")
    statement.write_text(text)
    told = [each.message for each in check_announced(load_problem(folder))]
    assert any("“A counter knows no most_of_all, ever.”" in message for message in told)
    change(folder, lambda page: page.replace("no end.", "no most\\_of\\_all, *ever*."))
    assert found(folder) == []


def test_rows_are_told_in_their_order(folder: Path) -> None:
    change(folder, lambda page: page.replace("It begins at 0", "It begins at 1, as all do"))
    change(folder, lambda page: page.replace("One counter counts", "One counts"))
    change(folder, lambda page: page.replace("A counter knows no end", "A counter knows an end"))
    lines = [line for check, _, line in found(folder) if check == "sentence-unknown"]
    assert len(lines) == 3
    assert lines == sorted(lines, key=lambda line: line or 0)


def test_a_test_that_is_not_there(folder: Path) -> None:
    change(
        folder,
        lambda page: page.replace("`test_hidden_1` |\n| `count()", "test_gone |\n| `count()"),
    )
    assert ("test-unknown", "counter.md", 10) in found(folder)


def test_a_test_that_nothing_announces(folder: Path) -> None:
    hidden = folder / "level_2" / "test_hidden.py"
    hidden.write_text(hidden.read_text() + "\n\ndef test_more():\n    assert True\n")
    assert [each[:2] for each in found(folder)] == [("test-unannounced", "test_hidden.py")]


def test_no_page_at_all(folder: Path) -> None:
    page_of(folder).unlink()
    assert found(folder) == [("no-instructor-page", "counter.md", None)]


def test_the_page_of_a_lone_problem_lies_inside(folder: Path) -> None:
    page_of(folder).rename(folder / "instructor.md")
    assert found(folder) == []
