"""Every kind of finding is written of, and a problem broken on purpose shows it at its place."""

import re
from pathlib import Path

from harness.authoring.finding import KINDS, WARNINGS, not_loaded
from harness.authoring.mutating.mutation import prove_mutants
from harness.catalog import load_catalog, load_problem
from tests.authoring.conftest import rewrite, write_sound_problem
from tests.authoring.test_soundness import BROKEN

PAGE = Path(__file__).parents[2] / "docs" / "authoring.md"

OF_MUTANTS = {
    ("mutant-survives", "submissions/accepted/level_3.py", 2),
    ("excuse-unneeded", "equivalent.toml", None),
    ("tests-too-weak", "level_3/test_hidden.py", None),
}
OF_LOADING = {
    "level_2/statement.md": ("cannot-be-loaded", None),
    "problem.toml": ("cannot-be-loaded", 3),
}


def test_every_kind_is_shown_by_a_broken_problem() -> None:
    shown = {kind for _, kind, _, _ in BROKEN}
    shown |= {kind for kind, _, _ in OF_MUTANTS} | {kind for kind, _ in OF_LOADING.values()}
    assert shown == KINDS


def test_every_kind_has_its_line_on_the_page() -> None:
    _, table = PAGE.read_text(encoding="utf-8").split("## What `harness verify` finds")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (error|warning) \| [\w`]", table, re.MULTILINE))
    assert rows == {kind: "warning" if kind in WARNINGS else "error" for kind in KINDS}


def test_what_mutants_show_is_found_at_its_place(tmp_path: Path) -> None:
    folder = write_sound_problem(tmp_path)
    reference = folder / "submissions" / "accepted" / "level_3.py"
    rewrite(reference, "class Counter:", "class Counter:\n    def rest(self): self.n = 7")
    (folder / "equivalent.toml").write_text(
        '[[equivalent]]\nmethod = "gone"\nwas = "a"\nbecomes = "b"\nreason = "None."\n'
    )
    _, findings = prove_mutants(load_problem(folder))
    places = {
        (each.check, each.file.relative_to(folder).as_posix(), each.line) for each in findings
    }
    assert places >= OF_MUTANTS


def test_what_cannot_be_loaded_is_found_at_its_place(tmp_path: Path) -> None:
    for file, (kind, line) in OF_LOADING.items():
        folder = write_sound_problem(tmp_path / str(line))
        if line is None:
            (folder / file).unlink()
        else:
            (folder / file).write_text('format = 1\nversion = "1.0.0"\nname = \n')
        (fault,) = load_catalog([folder]).faults
        finding = not_loaded(fault.folder, fault.message)
        assert (finding.check, finding.file, finding.line) == (kind, folder / file, line)
        assert str(folder) not in finding.message
