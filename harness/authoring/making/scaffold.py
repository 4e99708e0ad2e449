"""A new problem, whole enough to be proved, in which every place for the author is marked."""

import re
from keyword import iskeyword
from pathlib import Path
from uuid import uuid4

from harness.authoring.making.home import home_of
from harness.authoring.making.new_files import write_new
from harness.authoring.making.next_level import level_files, level_words, with_level_in_page
from harness.authoring.making.templates import filled
from harness.catalog.models import Problem
from harness.errors import WrongUseError


def new_problem(into: Path, problem_id: str, class_name: str | None = None) -> list[Path]:
    """Write a problem of one level and return its files.

    Args:
        into: the folder that holds problems; made when missing.
        problem_id: the name of the problem's folder.
        class_name: the class that solutions define; by default after the id.

    Raises:
        WrongUseError: a name cannot be used, or a file cannot be written.
        RefusedError: something is there already.
    """
    home = home_of(into, problem_id)
    class_name = class_name or "".join(word.title() for word in problem_id.split("_"))
    if not re.fullmatch(r"[A-Za-z_]\w*", class_name, re.ASCII) or iskeyword(class_name):
        raise WrongUseError(f"{class_name!r} cannot name a class; give one with `--class`.")
    words = {
        "name": _name_of(problem_id),
        "class_name": class_name,
        "uuid": uuid4(),
    }
    first = level_words(1, class_name)
    page = with_level_in_page(filled("problem/instructor.md", **words), first)
    submissions = ("accepted/level_1.py", "wrong_answer/mistake_at_level_1.py")
    files = {
        home.folder / "problem.toml": filled("problem/problem.toml", **words)
        + filled("level/entry.toml", **first),
        **level_files(home.folder, first),
        home.starter: filled("problem/starter.py", **words),
        **{
            home.folder / "submissions" / name: filled(f"problem/submissions/{name}", **words)
            for name in submissions
        },
        home.page: page,
    }
    return write_new({file: text.encode() for file, text in files.items()})


def copy_problem(problem: Problem, into: Path, problem_id: str) -> list[Path]:
    """Write a problem that begins as a copy of another, with an identity of its own.

    Args:
        problem: what to copy; it stays as it is.
        into: the folder that holds problems; made when missing.
        problem_id: the name of the new problem's folder.

    Raises:
        WrongUseError: the name cannot be used, or a file cannot be written.
        RefusedError: something is there already.
    """
    home = home_of(into, problem_id)
    files = {
        home.folder / path.relative_to(problem.folder): path.read_bytes()
        for path in sorted(problem.folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    for inside in (problem.starter_file, problem.instructor_page):
        files.pop(home.folder / inside.name, None)
    manifest = home.folder / "problem.toml"
    entries = files[manifest].decode()
    for key, own in (("uuid", uuid4()), ("name", _name_of(problem_id))):
        entries = re.sub(f"^{key} *=.*", f'{key} = "{own}"', entries, count=1, flags=re.MULTILINE)
    files[manifest] = entries.encode()
    files[home.starter] = problem.starter_file.read_bytes()
    if problem.instructor_page.is_file():
        files[home.page] = problem.instructor_page.read_bytes()
    return write_new(files)


def _name_of(problem_id: str) -> str:
    return problem_id.replace("_", " ").capitalize()
