"""Commands that the documents name exist, with the options that they are given."""

import re
import shlex
from argparse import _SubParsersAction
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

from harness.cli.main import build_parser

TOP = Path(__file__).parents[2]
WORKFLOW = TOP / "docs" / "problems-workflow.yml"
PAGES = [TOP / "README.md", *sorted(TOP.glob("docs/*.md"))]


def commands(text: str) -> Iterator[list[str]]:
    """The words after `harness` of every call in a script."""
    for line in text.splitlines():
        lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
        lexer.whitespace_split = True
        for is_between, words in groupby(lexer, key=lambda word: set(word) <= set("|;&<>()")):
            program, *rest = words
            if program == "harness" and not is_between:
                yield rest


def scripts() -> list[tuple[str, list[str]]]:
    pages = [
        (page.name, command)
        for page in PAGES
        for script in re.findall(r"(?ms)^```sh\n(.*?)^```$", page.read_text(encoding="utf-8"))
        for command in commands(script)
    ]
    steps = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]["prove"]["steps"]
    return pages + [
        (WORKFLOW.name, command) for step in steps for command in commands(step.get("run", ""))
    ]


@pytest.mark.parametrize(
    ("page", "command"), scripts(), ids=lambda said: said if isinstance(said, str) else said[0]
)
def test_a_documented_command_is_understood(page: str, command: list[str]) -> None:
    build_parser().parse_args(command)


def options() -> list[tuple[str, str]]:
    """Every long option with its command; the first are those before any command."""
    parser = build_parser()
    found = [("", option) for action in parser._actions for option in action.option_strings]
    (commands,) = (each for each in parser._actions if isinstance(each, _SubParsersAction))
    for name, command in commands.choices.items():
        found += [(name, option) for action in command._actions for option in action.option_strings]
    return [(name, option) for name, option in found if option.startswith("--")]


EXPLAINED_ONCE = {"--help", "--json", "--dir", "--problems"}
"""What many commands share, which the page tells apart from its table."""


def test_every_option_is_in_the_page_of_commands() -> None:
    page = (TOP / "docs" / "commands.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `harness")]
    missing = []
    for command, option in options():
        called = re.escape(f"harness {command}".strip())
        row = "".join(line for line in rows if re.search(rf"`{called}[ `]", line))
        text = page if option in EXPLAINED_ONCE else row
        if not row or not re.search(rf"{option}(?![\w-])", text):
            missing.append((command, option))
    assert missing == []


def test_the_workflow_is_one_and_proves_with_mutants() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    triggers = workflow[True]  # what YAML makes of the key `on`
    assert {"push", "pull_request", "workflow_call"} <= triggers.keys()
    assert workflow["permissions"] == {"contents": "read"}
    for step in workflow["jobs"]["prove"]["steps"]:
        assert ("uses" in step) != ("run" in step)
        assert re.fullmatch(r"actions/[\w-]+@v\d+", step.get("uses", "actions/checkout@v4"))
    assert "verify" in dict(scripts())[WORKFLOW.name]
    assert "--mutants" in dict(scripts())[WORKFLOW.name]
