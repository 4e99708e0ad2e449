"""The manifest of an adopted problem, from what the folder said."""

import json
import re
from dataclasses import dataclass
from itertools import chain
from uuid import uuid4

from harness.authoring.making.adoption.suites import Suites, patterns_for
from harness.authoring.making.next_level import level_words

_LONGEST = 200
"""Characters of a line in a manifest."""


@dataclass(frozen=True)
class Facts:
    """What a problem is, apart from its levels."""

    problem_id: str
    class_name: str
    modules: list[str]
    cpu_seconds: float | None
    """What one test may take; None for as long as by default."""


def manifest_of(facts: Facts, suites: Suites, statements: dict[int, bytes]) -> str:
    """Write ``problem.toml``: a name, a summary and the levels' titles come from the statements."""
    name = facts.problem_id.replace("_", " ").capitalize()
    lines = [
        "format = 1",
        f'uuid = "{uuid4()}"',
        'version = "1.0.0"',
        f"name = {_quoted(name)}",
        f'class = "{facts.class_name}"',
        *([f"modules = {json.dumps(facts.modules)}"] if facts.modules else []),
        f"summary = {_quoted(_first_sentence(statements[1]) or f'Build {facts.class_name}.')}",
        "minutes = 90",
        *(["", "[limits]", f"cpu_seconds = {facts.cpu_seconds}"] if facts.cpu_seconds else []),
    ]
    for level in suites.scored:
        words = level_words(level, facts.class_name)
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
    both = suites.by_level[level]
    if not any(suite.patterns for suite in both):
        return []
    picked = [suite.patterns or patterns_for(list(suite.tests), suite.tests) for suite in both]
    return list(dict.fromkeys(chain(*picked)))


def _title(statement: bytes) -> str:
    """The first heading, without the word that it is a level."""
    match = re.search(r"^#+ (.+)$", _text(statement), re.MULTILINE)
    plain = re.sub(r"[*_`#]", "", match[1]) if match else ""
    said = re.sub(r"(?i)\b(?:level|lvl|part|stage|step)[\s_-]*\d+\b", "", plain)
    return said.strip(" \t:.,·\u2013\u2014-")[:_LONGEST]


def _first_sentence(statement: bytes) -> str:
    """The first sentence of prose."""
    for paragraph in re.split(r"\n\s*\n", _text(statement)):
        prose = re.sub(r"^#+ .*$", "", paragraph, flags=re.MULTILINE).strip()
        if prose and not prose.startswith(("#", "```", "|", "<", ">")):
            plain = " ".join(re.sub(r"[*`]", "", prose).split())
            return re.split(r"(?<=[.!?:]) ", plain)[0][:_LONGEST]
    return ""


def _text(statement: bytes) -> str:
    return statement.decode("utf-8", "replace").replace("\r\n", "\n")


def _quoted(text: str) -> str:
    """As a basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
