"""A pack of problems, made from the template, built, installed and used as anybody would."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

TEMPLATE = Path(__file__).parents[2] / "docs" / "pack"


def run(*command: object, folder: Path) -> str:
    """Run a command that must succeed and return what it printed."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env={"PATH": os.defpath, "HOME": str(folder), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@pytest.mark.slow
def test_an_installed_pack_offers_its_problems(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TEMPLATE, pack)
    run(sys.executable, "-m", "harness", "new", "lift", "--dir", "our_problems", folder=pack)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    build = ("wheel", "-q", "--no-index", "--no-deps", "--no-build-isolation")
    run(*pip, *build, "-w", tmp_path, pack, folder=tmp_path)

    venv = tmp_path / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", venv, folder=tmp_path)
    python = venv / "bin" / "python"
    (wheel,) = tmp_path.glob("our_problems-*.whl")
    run(
        *pip, "--python", python, "install", "-q", "--no-index", "--no-deps", wheel, folder=tmp_path
    )
    (packages,) = venv.glob("lib/python3*/site-packages")
    (packages / "harness.pth").write_text(  # stands for `pip install progressive-harness`
        f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    )

    offered = json.loads(run(python, "-m", "harness", "problems", "--json", folder=tmp_path))
    (lift,) = (each for each in offered if each["id"] == "lift")
    assert Path(lift["folder"]) == packages / "our_problems" / "lift"
    reference = packages / "our_problems" / "lift" / "submissions" / "accepted" / "level_1.py"
    report = run(python, "-m", "harness", "grade", "lift", reference, "--json", folder=tmp_path)
    told = json.loads(report)
    assert (told["verdict"], told["problem_uuid"]) == ("accepted", lift["uuid"])
