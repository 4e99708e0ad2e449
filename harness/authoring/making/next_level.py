"""The next level of a problem: new files, a few lines in its manifest and in its page."""

import ast
import tomllib
from pathlib import Path

from harness.authoring.making.home import demand_own
from harness.authoring.making.new_files import replace_text, write_new
from harness.authoring.making.templates import filled
from harness.catalog.loader import BrokenProblemError
from harness.catalog.models import Problem

POINTS = (100, 130, 170, 200)
"""What levels are worth unless the author says otherwise; all further ones as the last."""
PACE = (15, 20, 25, 25)
"""Their guide times in minutes."""

Words = dict[str, object]


def add_level(problem: Problem) -> list[Path]:
    """Write the next level of a problem and return the files that are new or have new lines.

    Its reference begins as that of the level before with one method more. It has hints where the
    level before has some.

    Raises:
        RefusedError: the problem belongs to an installed package, or a file is there already.
        WrongUseError: ``problem.toml`` cannot take another level, or a file cannot be read or
            written.
    """
    demand_own(problem.folder)
    number = len(problem.levels) + 1
    words = level_words(number, problem.class_name)
    files = level_files(problem.folder, words)
    if problem.levels[-1].hints:
        files[problem.folder / f"level_{number}" / "hints.md"] = filled("level/hints.md", **words)
    reference = problem.reference(number)
    files[reference] = _extended(problem, filled("level/method.py", **words))
    mistake = reference.parent.parent / "wrong_answer" / f"mistake_at_level_{number}.py"
    files[mistake] = filled("level/mistake.py", **words) + _extended(
        problem, filled("level/mistaken_method.py", **words)
    )
    manifest = problem.folder / "problem.toml"
    entries = _text(manifest).rstrip("\n") + "\n" + filled("level/entry.toml", **words)
    _demand_understood(manifest, entries, number)
    grown = {manifest: entries}
    page = problem.instructor_page
    if page.is_file():
        grown[page] = with_level_in_page(_text(page), words)
    written = write_new({file: text.encode() for file, text in files.items()})
    for file, text in grown.items():
        replace_text(file, text)
    return [*written, *grown]


def level_words(number: int, class_name: str) -> Words:
    """What the templates of a level are filled with."""
    place = min(number, len(POINTS)) - 1
    few = {2: "level 1", 3: "levels 1 and 2"}
    earlier = few.get(number, f"levels 1 to {number - 1}")
    still = f"Everything from {earlier} still holds." if number > 1 else ""
    return {
        "number": number,
        "class_name": class_name,
        "points": POINTS[place],
        "pace": PACE[place],
        "still": f"{still} " if still else "",
        "still_row": f"| {still} | — the tests of {earlier} are run again |\n" if still else "",
        "what_else": "" if still else ", what the class keeps, and what a new one holds",
    }


def level_files(folder: Path, words: Words) -> dict[Path, str]:
    """A level's own folder: its statement and its tests."""
    level = folder / f"level_{words['number']}"
    names = ("statement.md", "test_sample.py", "test_hidden.py")
    return {level / name: filled(f"level/{name}", **words) for name in names}


def with_level_in_page(page: str, words: Words) -> str:
    """Give the instructor's page its parts about the level, at the end of their sections."""
    for heading, name in (
        ("What each level trains", "trains"),
        ("Sentences and tests", "sentences"),
    ):
        page = _with_part(page, f"## {heading}", filled(f"level/{name}.md", **words))
    return page


def _with_part(page: str, heading: str, part: str) -> str:
    lines = page.splitlines()
    if heading not in lines:
        return f"{page.rstrip()}\n\n{heading}\n\n{part}"
    begin = lines.index(heading) + 1
    later = (at for at in range(begin, len(lines)) if lines[at].startswith("## "))
    end = next(later, len(lines))
    before, after = "\n".join(lines[:end]).rstrip(), "\n".join(lines[end:]).strip()
    return f"{before}\n\n{part}" + (f"\n{after}\n" if after else "")


def _extended(problem: Problem, method: str) -> str:
    """The last reference with one method more at the end of its class."""
    file = problem.reference(len(problem.levels))
    source = _text(file)
    try:
        classes = [
            node
            for node in ast.parse(source).body
            if isinstance(node, ast.ClassDef) and node.name == problem.class_name
        ]
    except SyntaxError as error:
        raise BrokenProblemError(f"{file}:{error.lineno}: {error.msg}; mend it first.") from None
    if not classes:
        raise BrokenProblemError(f"{file}: defines no class {problem.class_name}; mend it first.")
    lines = source.splitlines()
    end = classes[-1].end_lineno
    return "\n".join([*lines[:end], *method.splitlines(), *lines[end:]]) + "\n"


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenProblemError(f"{file}: cannot be read ({error}); mend it first.") from None


def _demand_understood(manifest: Path, entries: str, levels: int) -> None:
    try:
        understood = len(tomllib.loads(entries).get("levels", ())) == levels
    except tomllib.TOMLDecodeError:
        understood = False
    if not understood:
        raise BrokenProblemError(
            f"{manifest}: its levels are no `[[levels]]` tables at the end; write them so first."
        )
