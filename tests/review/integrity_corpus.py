"""The labelled corpus: solutions that are honest or gamed, as their folders say.

``corpus/PROBLEM/honest`` and ``corpus/PROBLEM/gamed`` hold files named ``level_N_….py``, each with
its design or technique in its head. The known designs of the same problems are honest too. The
variations are made, not written: they show that layout and names decide nothing, and they do not
count towards the size of the corpus.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from harness.authoring.proving.lanes import Lanes
from harness.catalog import Catalog, Problem
from harness.grading.report import TestResult
from harness.review.integrity.conversations import designs
from harness.review.integrity.differential import Difference, Differential
from harness.review.integrity.hidden_values import HiddenValues, hidden_values
from harness.review.integrity.section import read
from harness.review.syntax.definitions import SourceFile
from harness.verdict import Verdict

CORPUS = Path(__file__).parent / "corpus"
LEVELS = (1, 2)


@dataclass(frozen=True)
class Sample:
    """One labelled solution."""

    problem: Problem
    level: int
    path: Path
    gamed: bool
    known: bool = False
    """Whether it is one of the problem's own designs."""

    @property
    def name(self) -> str:
        return f"{self.problem.id}/{self.path.parent.name}/{self.path.stem}"

    @property
    def source(self) -> bytes:
        return self.path.read_bytes()

    def read(self, text: str = "") -> set[str]:
        """What reading it alone makes a reviewer ask about: kinds of remark."""
        source = SourceFile(text or self.path.read_text())
        starter = self.problem.starter_file.read_text()
        hidden = _hidden(self.problem, self.level)
        return {finding.kind for finding in read(source, self.problem, hidden, starter)}


_HIDDEN: dict[tuple[str, int], HiddenValues] = {}


def _hidden(problem: Problem, level: int) -> HiddenValues:
    key = (problem.id, level)
    if key not in _HIDDEN:
        _HIDDEN[key] = hidden_values(problem, level)
    return _HIDDEN[key]


def samples(catalog: Catalog) -> list[Sample]:
    """All of it, by problem and level."""
    found = []
    for folder in sorted(path for path in CORPUS.iterdir() if path.is_dir()):
        problem = catalog.problem(folder.name)
        for label in ("honest", "gamed"):
            for path in sorted((folder / label).glob("level_*.py")):
                level = int(path.stem.split("_")[1])
                found.append(Sample(problem, level, path, label == "gamed"))
        for level in LEVELS:
            for path in designs(problem, level):
                found.append(Sample(problem, level, path, gamed=False, known=True))
    return sorted(found, key=lambda sample: (sample.problem.id, sample.level, sample.gamed))


def differences(
    chosen: list[Sample],
) -> Iterator[tuple[Sample, TestResult | None, tuple[Difference, ...]]]:
    """The differential run over samples as ``samples`` orders them.

    Yields:
        A sample, the fixed test that rejects it if one does, and what it answered wrongly else.
    """
    for (_, level), group in groupby(chosen, key=lambda sample: (sample.problem.id, sample.level)):
        same = list(group)
        problem = same[0].problem
        with Differential(problem, level) as differential, Lanes(problem, 1) as fixed:
            for sample in same:
                failure = fixed.first_failure(sample.source, level)
                judged = failure is None or failure.verdict is not Verdict.INTERNAL_ERROR
                assert judged, failure
                found = () if failure else tuple(differential.differences(sample.source))
                yield sample, failure, found


def variations(text: str) -> Iterator[str]:
    """The same program without comments and annotations, in another order, with other names."""
    tree = ast.parse(text)
    yield ast.unparse(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and all(
            isinstance(each, ast.FunctionDef) for each in node.body
        ):
            node.body.reverse()
    yield ast.unparse(tree)
    yield ast.unparse(_Renamed().visit(tree))


class _Renamed(ast.NodeTransformer):
    """Gives every attribute that ``self`` is given another name."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.Attribute:
        self.generic_visit(node)
        private = isinstance(node.value, ast.Name) and node.value.id == "self"
        if private and node.attr.startswith("_"):
            return ast.copy_location(ast.Attribute(node.value, f"{node.attr}_", node.ctx), node)
        return node
