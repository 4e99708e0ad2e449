"""The commands that docs/grading.md tells an instructor are commands."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from harness.catalog import load_catalog
from harness.cli.main import build_parser

PAGE = Path(__file__).parents[2] / "docs" / "grading.md"
BLOCKS = re.findall(r"```sh\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
LINES = [line for block in BLOCKS for line in block.splitlines() if line.startswith("harness ")]


@pytest.mark.parametrize("line", LINES)
def test_a_command_is_understood(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0], comments=True)[1:]
    assert build_parser().parse_args(words).run


SCRIPTS = [block for block in BLOCKS if block.startswith("#!")]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="others' code needs isolation")
@pytest.mark.parametrize(
    ("handed_in", "score"),
    [("file", 600), ("link", 0), ("broken link", 0), ("nothing", 0)],
)
def test_the_autograder_of_the_page_grades_files_and_no_links(
    tmp_path: Path, handed_in: str, score: int
) -> None:
    for name in ("submission", "results", "source/problems"):
        (tmp_path / name).mkdir(parents=True)
    solution = tmp_path / "submission" / "solution.py"
    reference = load_catalog().problem("bank").reference(4)
    if handed_in == "file":
        solution.write_bytes(reference.read_bytes())
    elif handed_in != "nothing":
        solution.symlink_to(reference if handed_in == "link" else tmp_path / "nowhere")
    (script,) = SCRIPTS
    subprocess.run(
        ["bash", "-c", script.replace("/autograder", shlex.quote(str(tmp_path)))],
        env={
            **{name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "HARNESS_STATE": str(tmp_path / "state"),
        },
        check=True,
        timeout=300,
    )
    told = json.loads((tmp_path / "results" / "results.json").read_text())
    assert told["score"] == score


def test_the_page_tells_commands() -> None:
    assert len(LINES) >= 6
