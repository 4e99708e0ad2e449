"""From a folder made elsewhere to a problem's folder."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from uuid import uuid4

from harness.authoring.making.adoption.folder import Folder, read_folder
from harness.authoring.making.adoption.imports import find_module, imports_of, names_from
from harness.authoring.making.adoption.lesser import emptied
from harness.authoring.making.adoption.references import References, find_class, find_references
from harness.authoring.making.adoption.statements import find_statements
from harness.authoring.making.adoption.suites import Suites, find_suites, patterns_for
from harness.authoring.making.adoption.unclear import Known
from harness.authoring.making.home import home_of
from harness.authoring.making.new_files import write_new
from harness.authoring.making.next_level import level_words

_LONGEST = 200
"""Characters of a line in a manifest."""
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
    module = find_module(folder, suites.sources, known)
    names = names_from(suites.sources, [module])
    class_name = find_class(folder, suites.sources, names, known)
    references = find_references(folder, suites, class_name, known)
    modules = _modules(suites, module, references)
    asked = names_from([suite.source for suite in suites.up_to(1)], modules)
    files = {
        home.folder / "problem.toml": _manifest(
            problem_id, class_name, modules, suites, statements
        ).encode(),
        **_level_files(home.folder, suites, statements),
        home.starter: emptied(references.texts[1], class_name, asked).encode(),
        **{
            home.folder / "submissions" / "accepted" / f"level_{level}.py": text.encode()
            for level, text in references.texts.items()
        },
        **_shared_files(home.folder, folder, suites, {module, *references.given}),
    }
    return Adopted(home.folder, write_new(files), list(_notes(references)))


def _modules(suites: Suites, module: str, references: References) -> list[str]:
    """What tests call the solution; a module that became part of it is the same one."""
    imported = {name for source in suites.sources for name in imports_of(source)}
    names = [module, *(name for name in references.given if name in imported)]
    return [name for name in dict.fromkeys(names) if name != "solution"]


def _level_files(folder: Path, suites: Suites, statements: dict[int, bytes]) -> dict[Path, bytes]:
    files: dict[Path, bytes] = {}
    for level, scored in suites.scored.items():
        sample = suites.samples.get(level)
        place = folder / f"level_{level}"
        files[place / "statement.md"] = statements[level]
        files[place / "test_sample.py"] = (
            sample.source.content if sample else _NO_SAMPLES.format(level).encode()
        )
        files[place / "test_hidden.py"] = scored.source.content
    return files


def _shared_files(home: Path, folder: Folder, suites: Suites, known: set[str]) -> dict[Path, bytes]:
    """What tests need beside the solution: fixtures, and modules of their own."""
    left = [source for source in folder.sources if source.path.name == "conftest.py"]
    files: dict[Path, bytes] = {}
    for fixtures in left:
        level = f"level_{fixtures.level}" if fixtures.level else ""
        files[home / level / "conftest.py"] = fixtures.content
    left += suites.sources
    while left:
        for name in imports_of(left.pop()):
            helpers = [] if name in known else folder.modules(name)
            if helpers and helpers[0] not in suites.sources:
                place = home.joinpath(*name.split(".")).with_suffix(".py")
                if place not in files:
                    files[place] = helpers[0].content
                    left.append(helpers[0])
    return files


def _manifest(
    problem_id: str,
    class_name: str,
    modules: list[str],
    suites: Suites,
    statements: dict[int, bytes],
) -> str:
    name = problem_id.replace("_", " ").capitalize()
    lines = [
        "format = 1",
        f'uuid = "{uuid4()}"',
        'version = "1.0.0"',
        f"name = {_quoted(name)}",
        f'class = "{class_name}"',
        *([f"modules = {json.dumps(modules)}"] if modules else []),
        f"summary = {_quoted(_first_sentence(statements[1]) or f'Build {class_name}.')}",
        "minutes = 90",
    ]
    for level in suites.scored:
        words = level_words(level, class_name)
        patterns = _patterns(suites, level)
        lines += [
            "",
            "[[levels]]",
            f"name = {_quoted(_title(statements[level]) or f'Level {level}')}",
            f"points = {words['points']}",
            f"pace = {words['pace']}",
            *([f"tests = {json.dumps(patterns)}"] if patterns else []),
        ]
    return "\n".join([*lines, ""])


def _patterns(suites: Suites, level: int) -> list[str]:
    """What picks the level's tests out of its files, where one holds tests of others too."""
    both = [kind[level] for kind in (suites.scored, suites.samples) if level in kind]
    if not any(suite.patterns for suite in both):
        return []
    picked = [suite.patterns or patterns_for(list(suite.tests), suite.tests) for suite in both]
    return list(dict.fromkeys(chain(*picked)))


def _notes(references: References) -> Iterator[str]:
    if references.cut:
        levels = " and ".join(map(str, references.cut))
        yield (
            f"the reference of level {levels} is a later one without what its tests do not use; "
            "read it, for people will."
        )
    if references.given:
        given = ", ".join(references.given)
        yield f"{given} became part of the references: a solution is one file."


def _title(statement: bytes) -> str:
    """The first heading, without the word that it is a level."""
    match = re.search(r"^#+ (.+)$", _text(statement), re.MULTILINE)
    plain = re.sub(r"[*_`#]", "", match[1]) if match else ""
    said = re.sub(r"(?i)\b(?:level|lvl|part|stage|step)[\s_-]*\d+\b", "", plain)
    return said.strip(" \t:.,·\u2013\u2014-")[:_LONGEST]


def _first_sentence(statement: bytes) -> str:
    """The first sentence of prose."""
    for paragraph in re.split(r"\n\s*\n", _text(statement)):
        if paragraph.strip() and not paragraph.lstrip().startswith(("#", "```", "|", "<", ">")):
            plain = " ".join(re.sub(r"[*`]", "", paragraph).split())
            return re.split(r"(?<=[.!?:]) ", plain)[0][:_LONGEST]
    return ""


def _text(statement: bytes) -> str:
    return statement.decode("utf-8", "replace").replace("\r\n", "\n")


def _quoted(text: str) -> str:
    """As a basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
