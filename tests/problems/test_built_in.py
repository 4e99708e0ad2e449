"""The built-in problems keep one set of conventions; `harness verify` proves the rest."""

import ast
import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from harness.catalog import Problem, load_problem
from harness.grading import Grader

TOP = Path(__file__).parents[2]
PROBLEMS = [load_problem(file.parent) for file in sorted(TOP.glob("problems/*/problem.toml"))]
CONCEPTS = set(re.findall(r"^\| `(\w+)` \|", (TOP / "docs/concepts.md").read_text(), re.MULTILINE))
LEAST_TESTS = (12, 14, 17, 20)
MOST_LINES = (20, 45, 130, 160)
"""Lines of code a level's reference may have, without blank ones, comments and docstrings.

What is reported of the assessment.
"""

MOST_CHANGED = 0.25
"""The part of a reference's lines that the next level's may change; the rest stays, in order."""

HELD_TO_TIME = """

class HeldToTime({name}):
    _latest = 0

    def __getattribute__(self, name):
        method = super().__getattribute__(name)
        if name.startswith("_") or method.__code__.co_varnames[1:2] != ("timestamp",):
            return method

        def timed(timestamp, *arguments, **named):
            if timestamp < self._latest:
                raise ValueError("time goes back")
            self._latest = timestamp
            return method(timestamp, *arguments, **named)

        return timed


{name} = HeldToTime
"""
"""What makes of a reference a submission that takes the promise about timestamps at its word."""

every_problem = pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.id)


def names_with_tags(file: Path) -> dict[str, set[str]]:
    """Each test of a file with its tags."""
    return {
        node.name: {
            word.value
            for mark in node.decorator_list
            if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.tags"
            for word in mark.args
            if isinstance(word, ast.Constant) and isinstance(word.value, str)
        }
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test")
    }


def reference(problem: Problem, level: int) -> Path:
    """The file that is read after a level."""
    return problem.folder / "submissions" / "accepted" / f"level_{level}.py"


def code_lines(file: Path) -> list[str]:
    """The lines that hold code."""
    source = file.read_text()
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(
            node
        ):
            node.body = node.body[1:] or [ast.Pass()]
    kept = {line for node in ast.walk(tree) for line in _lines(node)}
    return [line for number, line in enumerate(source.splitlines(), 1) if number in kept]


def _lines(node: ast.AST) -> range:
    first = getattr(node, "lineno", None)
    if first is None:
        return range(0)
    compound = isinstance(node, ast.stmt) and hasattr(node, "body")
    last = first if compound else getattr(node, "end_lineno", first)
    return range(first, last + 1)


@every_problem
def test_every_test_is_tagged_with_known_concepts(problem: Problem) -> None:
    for level in problem.levels:
        for file in (level.sample_tests, level.hidden_tests):
            for name, tags in names_with_tags(file).items():
                assert tags, f"{file}: {name} has no tag"
                assert tags <= CONCEPTS, f"{file}: {name}: {tags - CONCEPTS}"


@every_problem
def test_every_level_has_enough_tests(problem: Problem) -> None:
    for level, least in zip(problem.levels, LEAST_TESTS, strict=True):
        assert 3 <= len(names_with_tags(level.sample_tests)) <= 5
        hidden = names_with_tags(level.hidden_tests)
        assert len(hidden) >= least
        assert any("model" in tags for tags in hidden.values())


@every_problem
def test_references_keep_to_the_sizes_of_the_assessment(problem: Problem) -> None:
    for level, most in zip(problem.levels, MOST_LINES, strict=True):
        assert len(code_lines(reference(problem, level.number))) <= most, level.number


@every_problem
def test_a_reference_grows_and_changes_at_most_a_quarter_of_what_was_there(
    problem: Problem,
) -> None:
    for level in problem.levels[1:]:
        before = code_lines(reference(problem, level.number - 1))
        now = code_lines(reference(problem, level.number))
        same = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
        changed = len(before) - sum(block.size for block in same)
        assert changed <= len(before) * MOST_CHANGED, level.number


@every_problem
def test_every_level_has_a_ladder_of_three_hints(problem: Problem) -> None:
    for level in problem.levels:
        hints = (level.folder / "hints.md").read_text()
        assert re.findall(r"^## (.+)", hints, re.MULTILINE) == [
            "1 · A question",
            "2 · A closer look",
            "3 · A direction",
        ]
        assert "```" not in hints


@every_problem
def test_mistakes_of_at_least_six_kinds_are_known(problem: Problem) -> None:
    wrong = [each for each in problem.submissions if each.mistake]
    assert len(wrong) >= 6
    assert {each.level for each in wrong} == {1, 2, 3, 4}


@pytest.mark.slow
@pytest.mark.parametrize(
    "problem",
    [problem for problem in PROBLEMS if "timestamp: int" in reference(problem, 4).read_text()],
    ids=lambda problem: problem.id,
)
def test_time_never_goes_back_in_the_tests_of_a_problem(problem: Problem) -> None:
    source = reference(problem, 4).read_text() + HELD_TO_TIME.format(name=problem.class_name)
    with Grader(problem) as grader:
        report = grader.grade(source.encode(), 4)
    assert [(test.name, test.message) for test in report.tests if not test.accepted] == []
