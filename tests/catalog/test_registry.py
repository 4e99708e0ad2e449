"""Where problems come from, and what happens when a source is not as it should be."""

from pathlib import Path

import pytest

from harness.catalog import Problem, load_catalog
from harness.errors import WrongUseError


def offer(site: Path, value: str) -> None:
    """Pretend that a package is installed which offers this as its problems."""
    folder = site / "pack-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: pack\nVersion: 1.0\n")
    (folder / "entry_points.txt").write_text(f"[harness.problems]\npack = {value}\n")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed packages."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


@pytest.mark.parametrize("with_init", [True, False])
def test_an_installed_package_offers_its_folders(
    problem: Problem, site: Path, with_init: bool
) -> None:
    name = f"pack_{'with' if with_init else 'without'}_init"
    (problem.folder.parent).rename(site / name)
    (site / name / "counter" / "starter.py").write_text("class Counter: pass\n")
    if with_init:
        (site / name / "__init__.py").touch()
    offer(site, name)
    catalog = load_catalog()
    assert catalog.faults == ()
    assert catalog.problem("counter").folder == site / name / "counter"


@pytest.mark.parametrize(
    "value", ["pack_of_nothing", "pack_of_nothing.inside", "pack_that_breaks.x"]
)
def test_a_package_that_offers_nothing_keeps_no_other_away(site: Path, value: str) -> None:
    broken = site / "pack_that_breaks"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise RuntimeError('not today')\n")
    offer(site, value)
    catalog = load_catalog()
    assert "bank" in catalog.problems
    assert [fault.message.split(" offers")[0] for fault in catalog.faults] == [
        f"Entry point 'pack' ({value})"
    ]


def test_a_path_names_a_problem_wherever_one_stands(
    problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(problem.folder.parent)
    catalog = load_catalog()
    for path in ("./counter", "counter/", str(problem.folder), "../problems/counter"):
        assert catalog.problem(path).uuid == problem.uuid
        assert catalog.problem(path).starter_file.samefile(problem.starter_file)


def test_the_folder_of_a_problem_without_its_path_is_told_how_to_name_it(
    problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(problem.folder.parent)
    with pytest.raises(WrongUseError, match=r"`\./counter`"):
        load_catalog().problem("counter")
