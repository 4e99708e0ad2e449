"""The workflow that an instructor copies, its commands run as they stand by a wheel of today."""

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from junitparser import JUnitXml

from tests.authoring.conftest import rewrite, write_sound_problem

TOP = Path(__file__).parents[2]
JOB: dict[str, Any] = yaml.safe_load((TOP / "docs" / "problems-workflow.yml").read_text("utf-8"))[
    "jobs"
]["prove"]
_GIVEN = "${{ inputs.folder || 'problems' }}"


@dataclass(frozen=True)
class Runner:
    """A machine of the forge: a home, a checkout, and a Python that has pip and the wheel."""

    home: Path
    checkout: Path
    python: Path

    def run(self, script: str) -> subprocess.CompletedProcess[str]:
        """Run a step as the forge does."""
        given = {key: value.replace(_GIVEN, "problems") for key, value in JOB["env"].items()}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.checkout,
            env={
                "PATH": f"{self.python.parent}{os.pathsep}{os.defpath}",
                "HOME": str(self.home),
                "LANG": "C.UTF-8",
                "GITHUB_ACTIONS": "true",
                "PIP_NO_INDEX": "1",  # what is not here already is not asked for
                "PIP_DISABLE_PIP_VERSION_CHECK": "1",
                **given,
            },
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )


def made(*command: object) -> None:
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    wheels, venv, checkout = (tmp_path / name for name in ("wheels", "venv", "checkout"))
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    offline = ("-q", "--no-index", "--no-deps")
    made(*pip, "wheel", *offline, "--no-build-isolation", "-w", wheels, TOP)
    made(sys.executable, "-m", "venv", venv)
    made(venv / "bin" / "python", "-m", "pip", "install", *offline, *wheels.glob("*.whl"))
    (packages,) = venv.glob("lib/python3*/site-packages")
    (packages / "what_it_needs.pth").write_text(  # stands for the index
        f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    )
    (tmp_path / "home").mkdir()
    checkout.mkdir()
    return Runner(tmp_path / "home", checkout, venv / "bin" / "python")


def steps() -> Iterator[str]:
    for step in JOB["steps"]:
        if "run" in step:
            yield step["run"]


def kept() -> list[Path]:
    """What the steps that run nothing of ours keep or hand on."""
    return [Path(step["with"]["path"]) for step in JOB["steps"] if "path" in step.get("with", {})]


def write_strong_problem(top: Path) -> Path:
    """Sound, and so plain that its tests reject every mutant."""
    folder = write_sound_problem(top)
    for reference in (folder / "submissions" / "accepted").iterdir():
        text = reference.read_text()
        text = re.sub(r"        self.n = .*\n", "", text).replace("return self.n", "return 1")
        reference.write_text(text)
    return folder


@pytest.mark.slow
def test_the_steps_prove_a_repository_of_problems(runner: Runner) -> None:
    folder = write_strong_problem(runner.checkout)
    for script in steps():
        done = runner.run(script)
        assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("counter: sound")
    where = runner.run("python -c 'import harness; print(harness.__file__)'").stdout
    assert Path(where).is_relative_to(runner.python.parents[1])

    cache, proofs = kept()
    assert list((runner.home / cache.relative_to("~")).rglob("*.json"))
    assert [suite.failures for suite in JUnitXml.fromfile(str(runner.checkout / proofs))] == [0]

    rewrite(folder / "level_2" / "statement.md", "True", "False")
    *_, prove = steps()
    failed = runner.run(prove)
    assert failed.returncode == 1
    marks = [line for line in failed.stdout.splitlines() if line.startswith("::")]
    place = "file=problems/counter/level_2/statement.md,line=7"
    assert [mark.partition("::")[2].partition(",title")[0] for mark in marks] == [f"error {place}"]
    assert [suite.failures for suite in JUnitXml.fromfile(str(runner.checkout / proofs))] == [2]
