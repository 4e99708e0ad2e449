"""From a problem's folder to a frozen Problem, or one line that names file, key and mend."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from harness.catalog.models import Level, Manifest, Problem, Submission
from harness.errors import WrongUseError
from harness.verdict import Verdict

HINTS = 3
"""How many a level with hints has."""

_HEAD = re.compile(r"# (verdict|rejected at|mistake): (.+)")
_REFERENCE = re.compile(r"level_(\d+)(?:_\w+)?\.py")


class BrokenProblemError(WrongUseError):
    """A problem folder that cannot be loaded."""

    title = "A problem is broken"


def load_problem(folder: Path) -> Problem:
    """Read one problem folder; nothing of it is run.

    Raises:
        BrokenProblemError: with one line that names the file, the key and the mend.
    """
    folder = folder.absolute()  # what lies beside it is found from its parents
    try:
        return _loaded(folder)
    except OSError as error:  # nothing that a file system can do keeps other problems away
        raise _unreadable(Path(error.filename or folder), error) from None


def _loaded(folder: Path) -> Problem:
    manifest = _read_manifest(folder / "problem.toml")
    return Problem(
        id=_problem_id(folder),
        uuid=manifest.uuid,
        version=manifest.version,
        name=manifest.name,
        class_name=manifest.class_name,
        modules=manifest.modules,
        summary=manifest.summary,
        keywords=manifest.keywords,
        place=manifest.place,
        minutes=manifest.minutes,
        limits=manifest.limits,
        levels=tuple(_levels(folder, manifest)),
        submissions=tuple(_submissions(folder, len(manifest.levels))),
        folder=folder,
        starter_file=_starter_file(folder),
    )


def _problem_id(folder: Path) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", folder.name):
        raise BrokenProblemError(
            f"{folder}: a problem's folder is its id, in lower-case words joined by `_`; rename it."
        )
    return folder.name


def _read_manifest(file: Path) -> Manifest:
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8"))
        return Manifest.model_validate(entries)
    except FileNotFoundError:
        raise BrokenProblemError(f"{file}: missing; every problem folder needs one.") from None
    except UnicodeDecodeError as error:
        raise _unreadable(file, error) from None
    except tomllib.TOMLDecodeError as error:
        raise BrokenProblemError(f"{file}: not valid TOML: {error}.") from None
    except ValidationError as error:
        raise BrokenProblemError(f"{file}: {_explain(error)}") from None


def _explain(error: ValidationError) -> str:
    """Say the first of pydantic's findings as ``key `levels[2].points`: what; the mend``."""
    finding = error.errors(include_url=False)[0]
    key = "".join(
        f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in finding["loc"]
    ).lstrip(".")
    mends = {
        "extra_forbidden": "is not a key of this format; remove it or correct its spelling.",
        "missing": "is missing; add it.",
    }
    mend = mends.get(finding["type"], f"{finding['msg']} (it is {_brief(finding['input'])}).")
    more = f" ({error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"key `{key}`: {mend}{more}"


def _brief(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _levels(folder: Path, manifest: Manifest) -> Iterator[Level]:
    for number, entry in enumerate(manifest.levels, start=1):
        level = Level(
            number=number,
            name=entry.name,
            points=entry.points,
            pace=entry.pace,
            tests=entry.tests,
            folder=folder / f"level_{number}",
        )
        for file in (level.statement_file, level.sample_tests, level.hidden_tests):
            if not file.is_file():
                raise BrokenProblemError(
                    f"{file}: missing, but problem.toml has {len(manifest.levels)} `[[levels]]`; "
                    "add the file or remove the level."
                )
        if level.hints_file.exists() and len(_hints(level)) != HINTS:
            raise BrokenProblemError(
                f"{level.hints_file}: has {len(level.hints)} sections headed by `## `; "
                f"it must have {HINTS}, from the gentlest hint to the plainest."
            )
        yield level
    beyond = folder / f"level_{len(manifest.levels) + 1}"
    if beyond.exists():
        raise BrokenProblemError(
            f"{beyond}: no `[[levels]]` entry in problem.toml announces it; "
            "add one or remove the folder."
        )


def _hints(level: Level) -> tuple[str, ...]:
    try:
        return level.hints
    except UnicodeDecodeError as error:
        raise _unreadable(level.hints_file, error) from None


def _starter_file(folder: Path) -> Path:
    """``solutions_template/<id>.py`` beside the problems, or ``starter.py`` inside a lone one."""
    beside = folder.parent.parent / "solutions_template" / f"{folder.name}.py"
    inside = folder / "starter.py"
    for file in (beside, inside):
        if file.is_file():
            return file
    raise BrokenProblemError(f"{beside}: missing; add the starter there, or as {inside}.")


def _submissions(folder: Path, level_count: int) -> Iterator[Submission]:
    for kind in _shown(folder / "submissions", "*"):
        verdict = _verdict_of(kind)
        for path in _shown(kind, "*.py"):
            if verdict is Verdict.ACCEPTED:
                yield _reference(path, level_count)
            else:
                yield _wrong_submission(path, verdict, level_count)
    for number in range(1, level_count + 1):
        reference = folder / "submissions" / "accepted" / f"level_{number}.py"
        if not reference.is_file():
            raise BrokenProblemError(f"{reference}: missing; every level needs its reference.")


def _shown(folder: Path, pattern: str) -> list[Path]:
    """What is there, without what editors and desktops leave: ``.#fee.py``, ``.DS_Store``."""
    return sorted(path for path in folder.glob(pattern) if not path.name.startswith("."))


def _verdict_of(kind: Path) -> Verdict:
    for verdict in Verdict:
        if verdict.folder == kind.name and kind.is_dir():
            return verdict
    names = ", ".join(verdict.folder for verdict in Verdict)
    raise BrokenProblemError(f"{kind}: not a verdict's folder; rename it to one of {names}.")


def _reference(path: Path, level_count: int) -> Submission:
    match = _REFERENCE.match(path.name)
    level = int(match[1]) if match else level_count
    return Submission(path=path, verdict=Verdict.ACCEPTED, level=level)


def _wrong_submission(path: Path, verdict: Verdict, level_count: int) -> Submission:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise _unreadable(path, error) from None
    head: dict[str, str] = {}
    for line in lines:
        match = _HEAD.fullmatch(line)
        if not match:
            break
        head[match[1]] = match[2].strip()
    if head.get("verdict") != verdict.value:
        raise BrokenProblemError(
            f"{path}: its head must say `# verdict: {verdict.value}`, as its folder does."
        )
    level = re.fullmatch(r"level (\d+)", head.get("rejected at", ""))
    if not level or not 1 <= int(level[1]) <= level_count:
        raise BrokenProblemError(
            f"{path}: its head must say `# rejected at: level N`, N from 1 to {level_count}."
        )
    if "mistake" not in head:
        raise BrokenProblemError(f"{path}: its head must say `# mistake: …` in one sentence.")
    return Submission(path=path, verdict=verdict, level=int(level[1]), mistake=head["mistake"])


def _unreadable(file: Path, error: Exception) -> BrokenProblemError:
    why = getattr(error, "strerror", None) or str(error)
    return BrokenProblemError(f"{file}: cannot be read ({why}); mend the file or its permissions.")
