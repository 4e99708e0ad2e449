"""The tutorial for authors, done exactly as it is written."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "authoring.md"
TUTORIAL = "## A problem of two levels, from nothing"
ANOTHER_LEVEL = "## Another level for a problem that is there"


@dataclass(frozen=True)
class Block:
    """One fenced block: commands, what they print, or the content of a file."""

    kind: str
    text: str
    file: str
    """What the line before names, if it names a file and ends in a colon."""


def blocks_of(section: str) -> Iterator[Block]:
    """Every block of a section, in order."""
    lines = iter(PAGE.read_text(encoding="utf-8").split(f"\n{section}\n")[1].splitlines())
    said = ""
    for line in lines:
        if line.startswith("## "):
            return
        opening = re.fullmatch(r"(`{3,})(\w+)", line)
        if opening:
            content = list(iter(lines.__next__, opening[1]))
            named = re.fullmatch(r"`([\w./]+)`:", said)
            yield Block(opening[2], "\n".join([*content, ""]), named[1] if named else "")
        said = line or said


def typed(commands: str, folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run commands in a folder as a person who has just installed the harness."""
    return subprocess.run(
        ["bash", "-e", "-c", commands],
        cwd=folder,
        env={
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}",
            "HOME": str(home),
            "LANG": "C.UTF-8",
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.slow
def test_the_tutorial_ends_in_a_problem_proved_sound(tmp_path: Path) -> None:
    work = here = tmp_path / "work"
    work.mkdir()
    printed = ""
    written = []
    for block in blocks_of(TUTORIAL):
        if block.file:
            file = here / block.file
            in_scaffold = file.is_file() or file.name == "hints.md"  # which is as one likes
            assert in_scaffold, f"{block.file} is no file of the scaffold"
            file.write_text(block.text, encoding="utf-8")
            written.append(file)
        elif block.kind == "sh":
            done = typed(f"{block.text}pwd > '{tmp_path}/here'", here, home=tmp_path)
            printed = done.stdout
            assert done.returncode == 0, f"{block.text}{printed}{done.stderr}"
            here = Path((tmp_path / "here").read_text().rstrip("\n"))  # as in one terminal
        else:
            assert (block.kind, block.text) == ("text", printed)
    assert printed.startswith("lending_desk: sound\n")
    inside = {file for file in work.rglob("*") if file.is_file()}
    assert inside == set(written), "the tutorial says nothing of a file that it leaves behind"


@pytest.mark.slow
def test_a_built_in_problem_takes_another_level_and_lacks_only_that(tmp_path: Path) -> None:
    (commands,) = (block.text for block in blocks_of(ANOTHER_LEVEL))
    done = typed(commands, tmp_path, home=tmp_path)
    assert done.returncode == 1, done.stderr
    findings = done.stdout.partition("bank_plus: not sound")[2].splitlines()[1:]
    assert findings
    assert all(finding.endswith("[unfinished]") for finding in findings), done.stdout
    places = {finding.partition(":")[0] for finding in findings}
    own = ("problem.toml", "instructor.md")
    assert all("level_5" in place or place.endswith(own) for place in places), places
