"""The tests of a problem must notice every small mistake, or the author must say why not."""

from pathlib import Path

import libcst
import pytest
from libcst.metadata import MetadataWrapper
from mutmut.mutation.file_mutation import MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

from harness.authoring import Finding, MutationScore, prove_mutants
from harness.authoring.mutating.equivalents import Equivalent
from harness.authoring.mutating.mutants import mutants_of
from harness.authoring.mutating.mutation import MutantTrial, judge_trials, try_mutants
from harness.authoring.proving.lanes import Lanes
from harness.catalog import load_problem
from harness.errors import WrongUseError
from tests.conftest import write_problem

EXCUSE = """
[[equivalent]]
method = "{method}"
was = "{was}"
becomes = "{becomes}"
reason = "No call tells them apart."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A problem whose last reference holds a line that does nothing."""
    folder = write_problem(tmp_path)
    file = folder / "submissions" / "accepted" / "level_3.py"
    file.write_text(
        file.read_text().replace("class Counter:", "class Counter:\n    def rest(self): self.n = 7")
    )
    return folder


def proved(folder: Path) -> tuple[list[MutationScore], list[Finding]]:
    return prove_mutants(load_problem(folder))


def test_a_mutant_is_the_program_with_one_mistake() -> None:
    (mutant, *others) = mutants_of("def f(a):\n    return a < 3\n")
    assert mutant.source == "def f(a):\n    return a <= 3\n"
    assert (mutant.method, mutant.line) == ("f", 2)
    assert (mutant.was, mutant.becomes) == ("return a < 3", "return a <= 3")
    assert [other.becomes for other in others] == ["return a < 4"]


PROGRAM = """# A program with something of everything.
from dataclasses import dataclass

LIMIT = 10 \\
    + 1; SHORT = "é"

@dataclass
class Desk:
    size: int = 3

    def lend(self, items: list[int], key=lambda each: each + 1) -> bool:
        if (
            0 <= len(items) < LIMIT  # few
            and not any(each is None for each in items)
            or self.size >= 2
        ):
            self.size += 1; total = sorted(items, key=key, reverse=True)
        while self.size > 2 ** 3:
            break
        match items:
            case []:
                return False
            case [first, *_]:
                return first not in total if total else True
        return "a".upper() == f"{self.size}"
"""


def replaced_in_the_tree(source: str) -> list[str]:
    """The mutants of mutmut's operators, each program written anew from its tree."""
    visitor = MutationVisitor(mutation_operators, IgnoredCode(set(), set(), set()))
    module = MetadataWrapper(libcst.parse_module(source)).visit(visitor)
    mutated = [
        module.deep_replace(each.original_node, each.mutated_node) for each in visitor.mutations
    ]
    return [each.code for each in mutated if isinstance(each, libcst.Module)]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_nothing_but_the_mistake_is_changed(newline: str) -> None:
    source = PROGRAM.replace("\n", newline)
    mutants = [mutant.source for mutant in mutants_of(source)]
    assert len(mutants) > 40
    assert mutants == replaced_in_the_tree(source)


def test_the_name_of_a_type_is_not_mutated() -> None:
    assert not list(mutants_of("Fields = dict[str, int]\n"))


def test_a_mutant_that_no_test_rejects_is_found_with_its_place(folder: Path) -> None:
    scores, findings = proved(folder)
    assert [score.level for score in scores] == [1, 2, 3]
    survivor = next(each for each in findings if "rest" in each.message)
    assert survivor.check == "mutant-survives"
    assert survivor.file.name == "level_3.py"
    assert survivor.line == 2
    assert "`def rest(self): self.n = 7` becomes" in survivor.message
    assert findings[-1].check == "tests-too-weak"
    assert findings[-1].file.parent.name == "level_3"


def test_a_test_that_only_the_grader_can_run_rejects_no_mutant_by_failing_in_a_dry_run(
    folder: Path,
) -> None:
    file = folder / "level_3" / "test_hidden.py"
    file.write_text(f"{file.read_text()}\n\ndef test_truth():\n    assert Counter()\n")
    _, findings = proved(folder)
    assert any("`def rest(self): self.n = 7` becomes" in each.message for each in findings)


@pytest.mark.slow
def test_what_the_author_excuses_is_no_finding_but_counts(folder: Path) -> None:
    scores, findings = proved(folder)
    survivors = [each for each in findings if each.check == "mutant-survives"]
    excuses = ""
    for survivor in survivors:
        told = survivor.message.split("`")
        method = told[0].removesuffix(": ").rpartition(" ")[2]
        excuses += EXCUSE.format(method=method, was=told[1], becomes=told[3])
    (folder / "equivalent.toml").write_text(excuses)
    again, left = proved(folder)
    assert again == scores
    assert {each.check for each in left} == {"tests-too-weak"}


@pytest.mark.parametrize(
    ("mutants", "excused", "sound"),
    [(9, 1, True), (9, 2, True), (9, 3, False), (100, 3, True), (100, 4, False)],
)
def test_a_small_level_may_have_two_that_no_test_can_reject(
    folder: Path, mutants: int, excused: int, sound: bool
) -> None:
    program = "def f(a):\n" + "".join(f"    a += {number}\n" for number in range(mutants))
    every = list(mutants_of(program))[:mutants]
    assert len(every) == mutants
    survivors, others = every[:excused], every[excused:]
    trials = [MutantTrial(1, each, ()) for each in survivors]
    trials += [MutantTrial(1, each, ("a test",)) for each in others]
    excuses = [
        Equivalent(method=each.method, was=each.was, becomes=each.becomes, reason="It is.")
        for each in survivors
    ]
    _, findings = judge_trials(load_problem(folder), trials, excuses)
    assert [each.check for each in findings] == ([] if sound else ["tests-too-weak"])


@pytest.mark.slow
def test_on_every_test_the_same_mutants_are_rejected(folder: Path) -> None:
    with Lanes(load_problem(folder), 2) as lanes:
        first, every = try_mutants(lanes), try_mutants(lanes, every_test=True)
    assert len(first) == len(every) > 0
    for one, all_ in zip(first, every, strict=True):
        assert one.mutant == all_.mutant
        assert len(one.rejected_by) == bool(all_.rejected_by)
        assert set(one.rejected_by) <= set(all_.rejected_by)
    assert max(len(trial.rejected_by) for trial in every) > 1


def test_an_excuse_for_nothing_is_found(folder: Path) -> None:
    (folder / "equivalent.toml").write_text(EXCUSE.format(method="gone", was="a", becomes="b"))
    _, findings = proved(folder)
    assert [each.message for each in findings if each.check == "excuse-unneeded"] == [
        "no surviving mutant of gone is `b`; remove the entry."
    ]


def test_a_broken_list_of_excuses_is_one_line(folder: Path) -> None:
    (folder / "equivalent.toml").write_text("[[equivalent]]\nmethod = 'x'\n")
    with pytest.raises(WrongUseError, match=r"equivalent\.toml: key `equivalent\.0\.was`"):
        proved(folder)
