import ast
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from harness.catalog import Problem, load_catalog
from harness.review import Review
from harness.review.growth.changes import ANEW
from harness.review.growth.comparison import compare
from harness.review.syntax.definitions import SourceFile
from harness.session import Sitting
from tests.review.recorded import Record, all_but, reference

PROBLEMS = load_catalog().problems
DESIGNS = sorted(
    {
        (name, re.sub(r"level_\d_?", "", file.stem))
        for name, problem in PROBLEMS.items()
        for file in problem.reference(1).parent.glob("level_*.py")
    }
)


def design(problem: str, level: int, name: str) -> Path:
    accepted = PROBLEMS[problem].reference(1).parent
    return accepted / (f"level_{level}_{name}.py" if name else f"level_{level}.py")


def share(earlier: Path, later: Path) -> float:
    return compare(SourceFile(earlier.read_text()), SourceFile(later.read_text())).share


@pytest.mark.parametrize(("problem", "name"), DESIGNS)
def test_a_design_that_grew_was_never_begun_anew(problem: str, name: str) -> None:
    for level in range(1, len(PROBLEMS[problem].levels)):
        earlier, later = design(problem, level, name), design(problem, level + 1, name)
        if earlier.is_file() and later.is_file():
            assert share(earlier, later) > ANEW


@pytest.mark.parametrize(
    "problem", ["key_value_store", "build_system", "file_system", "text_editor"]
)
def test_another_design_is_new_code(problem: str) -> None:
    other = next(name for known, name in DESIGNS if known == problem and name)
    for one, two in (("", other), (other, "")):
        assert share(design(problem, 2, one), design(problem, 3, two)) < ANEW


class Renamed(ast.NodeTransformer):
    """The same program under other names: those that begin with an underscore, and locals."""

    def __init__(self, tree: ast.AST, chance: random.Random) -> None:
        names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        names |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        own = sorted(name for name in names if re.match(r"_[a-z]", name))
        assigned = {
            node.id
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef)
            for node in ast.walk(function)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        } - {arg.arg for arg in ast.walk(tree) if isinstance(arg, ast.arg)}
        self.own = dict(
            zip(own, chance.sample([f"_own{n}" for n in range(99)], len(own)), strict=True)
        )
        self.locals = dict(
            zip(
                sorted(assigned),
                chance.sample([f"local{n}" for n in range(99)], len(assigned)),
                strict=True,
            )
        )
        self.chance = chance
        self.inside = 0

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        node.attr = self.own.get(node.attr, node.attr)
        return self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.name = self.own.get(node.name, node.name)
        self.inside += 1
        self.generic_visit(node)
        self.inside -= 1
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if self.inside:
            node.id = self.own.get(node.id, self.locals.get(node.id, node.id))
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self.generic_visit(node)
        methods = [each for each in node.body if isinstance(each, ast.FunctionDef)]
        others = [each for each in node.body if not isinstance(each, ast.FunctionDef)]
        self.chance.shuffle(methods)
        node.body = [*others, *methods]
        return node


@settings(max_examples=15, phases=[Phase.generate])
@given(
    name=st.sampled_from(["key_value_store", "bank", "file_system", "build_system"]),
    level=st.integers(1, 4),
    chance=st.randoms(use_true_random=False),
)
def test_renamed_moved_and_reformatted_code_is_not_new(
    name: str, level: int, chance: random.Random
) -> None:
    text = PROBLEMS[name].reference(level).read_text()
    tree = ast.parse(text)
    other = ast.unparse(Renamed(tree, chance).visit(tree))
    seen = compare(SourceFile(text), SourceFile(other))
    assert seen.survived == seen.before
    assert not seen.added
    assert {each.fate for each in seen.traced} <= {"kept", "renamed"}


def test_statements_moved_into_a_method_of_their_own_live_on() -> None:
    before = SourceFile(
        "class A:\n"
        "    def put(self, key, value):\n"
        "        rows = self.rows.setdefault(key, [])\n"
        "        rows.append(value)\n"
        "        return len(rows)\n"
    )
    after = SourceFile(
        "class A:\n"
        "    def put(self, key, value):\n"
        "        return self._add(key, value)\n"
        "    def _add(self, name, what):\n"
        "        found = self.rows.setdefault(name, [])\n"
        "        found.append(what)\n"
        "        return len(found)\n"
    )
    seen = compare(before, after)
    assert (seen.survived, seen.before) == (3, 3)
    assert [each.fate for each in seen.traced] == ["moved"]
    assert not seen.added


def test_a_name_that_stands_twice_is_traced_twice() -> None:
    pair = "class A:\n    @property\n    def x(self):\n        return self._x + 1\n"
    pair += "    @x.setter\n    def x(self, value):\n        self._x = value - 1\n"
    seen = compare(SourceFile(pair), SourceFile(pair))
    assert [(each.fate, each.before.first_line) for each in seen.traced] == [
        ("kept", 2),
        ("kept", 5),
    ]


@pytest.mark.parametrize(
    ("later", "fate"),
    [
        ("def f(a):\n    b = a + 1\n    c = b * 2\n    return c\n", "kept"),
        ("def g(x):\n    y = x + 1\n    z = y * 2\n    return z\n", "renamed"),
        ("def f(a):\n    b = a + 1\n    c = b * 2\n    log(c)\n    return c\n", "grown"),
        ("def f(a):\n    b = a + 1\n    c = b * 3\n    return c\n", "changed"),
        (
            "def f(a):\n    if a in known:\n        return known[a]\n    raise KeyError(a)\n",
            "rewritten",
        ),
        ("other = 1\n", "gone"),
    ],
)
def test_the_fate_of_a_function(later: str, fate: str) -> None:
    earlier = "def f(a):\n    b = a + 1\n    c = b * 2\n    return c\n"
    (traced,) = compare(SourceFile(earlier), SourceFile(later)).traced
    assert traced.fate == fate


Reviewed = Callable[[Sitting], Review]


def test_a_method_that_kept_growing_is_told_with_each_of_its_sizes(
    record: Record, kvs: Problem, reviewed: Reviewed
) -> None:
    def store(size: int) -> str:
        lines = "".join(f"        self.n{i} = value + {i}\n" for i in range(size))
        return f"class KeyValueStore:\n    def set(self, key, field, value):\n{lines}"

    sitting = record()
    for minute, size in ((5, 8), (12, 14), (20, 22)):
        sitting.run(minute, store(size))
    (remark,) = [r for r in reviewed(sitting.finish(25)).remarks if r.kind == "growth.swelling"]
    assert "8, 14 and 22 statements" in remark.sentence
    assert [place.submission for place in remark.places] == [1, 2, 3]


def test_a_break_that_was_never_mended_says_so_and_where_it_came_from(
    record: Record, kvs: Problem, reviewed: Reviewed
) -> None:
    sitting = record()
    sitting.run(5, reference(kvs, 1))
    broken = reference(kvs, 2).replace("return False", "return None")
    sitting.run(15, broken, "test_delete_of_an_absent_field_is_refused", "2")
    review = reviewed(sitting.finish(40))
    (remark,) = [r for r in review.remarks if r.kind == "growth.broke"]
    assert "broke 1 test of level 1" in remark.sentence
    assert "It never passed again" in remark.sentence
    assert any("return None" in place.excerpt for place in remark.places)
    assert review.pace.lost_seconds == 25 * 60


@pytest.mark.parametrize(
    "unreadable",
    ["def broken(:\n", "x = " + "+".join("a" * 30_000), "\0"],
    ids=["syntax", "depth", "null byte"],
)
def test_a_file_that_cannot_be_looked_at_breaks_nothing_and_ends_no_level(
    record: Record, kvs: Problem, reviewed: Reviewed, unreadable: str
) -> None:
    sitting = record()
    sitting.run(5, reference(kvs, 1))
    sitting.run(10, unreadable)
    sitting.run(15, reference(kvs, 2), *all_but(kvs, 2, 20))
    review = reviewed(sitting.finish(40))
    (step,) = review.growth.steps
    assert (step.earlier_submission, step.submission) == (1, 3)
    assert not [remark for remark in review.remarks if remark.kind in ("growth.broke", "pace.lost")]
    assert review.pace.lost_seconds == 0


def test_a_drill_grows_from_the_file_it_began_with(
    record: Record, kvs: Problem, reviewed: Reviewed
) -> None:
    sitting = record("drill", level=3)
    sitting.run(9, reference(kvs, 3))
    review = reviewed(sitting.finish(10))
    (step,) = review.growth.steps
    assert (step.level, step.earlier_submission, step.survived) == (
        3,
        None,
        step.reference_survived,
    )
    assert [level.level for level in review.pace.levels] == [3]
