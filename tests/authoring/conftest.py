"""A small problem that is sound, and a way to spoil it."""

from pathlib import Path

from tests.conftest import write_problem

EXAMPLE = """# Level {0}

Statement of level {0}.

```python
>>> from solution import Counter
>>> {1}
True
```
"""


def write_sound_problem(folder: Path) -> Path:
    """Write it beneath a folder, with examples, a wrong submission and a page for instructors."""
    problem = write_problem(folder)
    calls = ("Counter().count() == 1", "Counter().name() == 'counter'", "Counter().reset()")
    for number, call in enumerate(calls, start=1):
        (problem / f"level_{number}" / "statement.md").write_text(EXAMPLE.format(number, call))
    wrong = problem / "submissions" / "wrong_answer"
    wrong.mkdir()
    (wrong / "says_two.py").write_text(
        "# verdict: wrong answer\n# rejected at: level 1\n# mistake: counts from two\n"
        "class Counter:\n    def count(self): return 2\n"
    )
    return problem


def rewrite(file: Path, was: str, becomes: str) -> None:
    """Replace a text that must be there."""
    text = file.read_text()
    assert was in text
    file.write_text(text.replace(was, becomes))
