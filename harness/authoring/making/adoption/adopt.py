"""From a folder made elsewhere to a problem's folder."""

import re
import sys
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain, count
from pathlib import Path, PurePath

from harness.authoring.making.adoption.folder import Folder, Source, read_folder
from harness.authoring.making.adoption.imports import (
    LIMITER,
    find_module,
    imported_from_beside,
    imports_of,
    names_from,
)
from harness.authoring.making.adoption.lesser import emptied
from harness.authoring.making.adoption.manifest import Facts, manifest_of
from harness.authoring.making.adoption.references import References, find_class, find_references
from harness.authoring.making.adoption.shared import Shared, shared_of, support_in
from harness.authoring.making.adoption.statements import find_statements
from harness.authoring.making.adoption.suites import Suites, find_suites
from harness.authoring.making.adoption.surroundings import Surroundings, surroundings_of
from harness.authoring.making.adoption.unclear import Known
from harness.authoring.making.home import home_of
from harness.authoring.making.new_files import write_new

_NO_SAMPLES = '"""Level {}, samples: there are none."""\n'


@dataclass(frozen=True)
class Adopted:
    """What became of a folder."""

    folder: Path
    files: list[Path]
    notes: list[str]
    """What the owner should know: a sentence each."""


def id_after(top: Path) -> str:
    """The id of a problem that is called after its folder."""
    return "_".join(re.findall(r"[a-z0-9]+", top.absolute().name.lower())).lstrip("0123456789_")


def adopt(top: Path, into: Path, problem_id: str, known: Known | None = None) -> Adopted:
    """Write a problem from a folder that holds statements, tests and a reference.

    Args:
        top: the folder; it stays as it is.
        into: the folder that holds problems; made when missing.
        problem_id: the name of the problem's folder.
        known: what its owner has told.

    Raises:
        WrongUseError: something is missing or cannot be understood; the line says what.
        UnclearError: something could be meant in several ways.
        RefusedError: something is there already.
    """
    top, known = top.absolute(), known or Known()
    folder = read_folder(top)
    home = home_of(into, problem_id)
    suites = find_suites(folder)
    statements = find_statements(folder, max(suites.scored))
    tests = [*suites.sources, *(each for each in support_in(folder) if each not in suites.sources)]
    module = find_module(folder, tests, known)
    shared = shared_of(folder, suites, module)
    asking = [*suites.sources, *shared.sources]
    class_name = find_class(folder, tests, names_from(asking, [module]), known)
    references = find_references(folder, suites, shared, class_name, known)
    modules = _modules(suites, shared, module, references)
    first = [*(suite.source for suite in suites.up_to(1)), *shared.up_to(1)]
    asked = names_from(first, modules)
    files_beside = shared.files(home.folder, suites, {module, *references.given})
    beside = surroundings_of(tests)
    files = {
        home.folder / "problem.toml": manifest_of(
            Facts(problem_id, class_name, modules, beside.cpu_seconds), suites, statements
        ).encode(),
        **_level_files(home.folder, suites, statements),
        **_beside(home.folder, beside, files_beside),
        home.starter: emptied(references.texts[1], class_name, asked).encode(),
        **{
            home.folder / "submissions" / "accepted" / f"level_{level}.py": text.encode()
            for level, text in references.texts.items()
        },
        **files_beside,
    }
    missing = _not_installed(folder, tests, {*modules, module, LIMITER})
    notes = [*_notes(references, class_name), *_notes_beside(beside, missing)]
    return Adopted(home.folder, write_new(files), notes)


def _modules(suites: Suites, shared: Shared, module: str, references: References) -> list[str]:
    """What tests call the solution; a module that became part of it is the same one."""
    asking = [*suites.sources, *shared.sources]
    imported = {name for source in asking for name in imports_of(source)}
    names = [module, *(name for name in references.given if name in imported)]
    beside = [
        f"level_{level}.{name}"
        for level, of_level in suites.by_level.items()
        for name in names
        if any(name in imported_from_beside(suite.source) for suite in of_level)
    ]
    return [name for name in dict.fromkeys([*names, *beside]) if name != "solution"]


def _level_files(folder: Path, suites: Suites, statements: dict[int, bytes]) -> dict[Path, bytes]:
    files: dict[Path, bytes] = {}
    for level, scored in suites.scored.items():
        sample = suites.samples.get(level)
        place = folder / f"level_{level}"
        files[place / "statement.md"] = statements[level]
        files[place / "test_sample.py"] = (
            sample.source.content if sample else _NO_SAMPLES.format(level).encode()
        )
        first, *others = scored
        files[place / "test_hidden.py"] = first.source.content
        for suite in others:
            files[_further(place, suite.source.path, files)] = suite.source.content
    return files


def _further(place: Path, original: PurePath, taken: Container[Path]) -> Path:
    """Where one more file of a level's scored tests goes, called after itself."""
    words = [word for word in re.split(r"\W+|_", original.stem.lower()) if word]
    name = "_".join(word for word in words if word not in ("test", "tests")) or "more"
    numbers = chain([""], (f"_{number}" for number in count(2)))
    files = (place / f"test_hidden_{name}{number}.py" for number in numbers)
    return next(file for file in files if file not in taken)


def _beside(home: Path, beside: Surroundings, shared: Container[Path]) -> dict[Path, bytes]:
    """What takes the place of the tests' old surroundings, where they brought nothing along."""
    files: dict[Path, bytes] = {}
    limiter = home / f"{LIMITER}.py"
    if beside.limiter and limiter not in shared:
        files[limiter] = beside.limiter.encode()
    places = (home / "conftest.py", home / "level_1" / "conftest.py")
    free = [place for place in places if place not in shared]
    if beside.marks and free:
        files[free[0]] = beside.marks.encode()
    return files


def _not_installed(folder: Folder, tests: Iterable[Source], known: Container[str]) -> list[str]:
    """The packages that tests import and that are neither here nor in the folder."""
    names = {name.partition(".")[0]: name for test in tests for name in imports_of(test) if name}
    return sorted(
        top
        for top, name in names.items()
        if name not in known and not folder.modules(name) and not folder.modules(top)
        if top not in sys.stdlib_module_names and find_spec(top) is None
    )


def _notes(references: References, class_name: str) -> Iterator[str]:
    levels = " and ".join(map(str, references.cut))
    if references.cut and references.of_class:
        yield (
            f"the reference of level {levels} is a later one without what its tests do not use; "
            "read it, for people will."
        )
    elif references.cut:
        yield (
            f"{class_name} is a function, from which nothing can be cut: the reference of level "
            f"{levels} is a later one; take from it what that level does not ask for."
        )
    if references.given:
        given = ", ".join(references.given)
        yield f"{given} became part of the references: a solution is one file."


def _notes_beside(beside: Surroundings, missing: Sequence[str]) -> Iterator[str]:
    if beside.limiter:
        yield (
            f"{LIMITER}.py stands for the package of that name: CPU time decides here, as "
            "`limits.cpu_seconds` in problem.toml says."
        )
    if missing:
        yield f"install what the tests import beside the harness: {', '.join(missing)}."
