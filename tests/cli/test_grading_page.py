"""The commands that docs/grading.md tells an instructor are commands."""

import re
import shlex
from pathlib import Path

import pytest

from harness.cli.main import build_parser

PAGE = Path(__file__).parents[2] / "docs" / "grading.md"
BLOCKS = re.findall(r"```sh\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
LINES = [line for block in BLOCKS for line in block.splitlines() if line.startswith("harness ")]


@pytest.mark.parametrize("line", LINES)
def test_a_command_is_understood(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0], comments=True)[1:]
    assert build_parser().parse_args(words).run


def test_the_page_tells_commands() -> None:
    assert len(LINES) >= 6
