"""Integrity advice: gamed solutions are told with evidence, honest ones meet silence."""

import ast
import tempfile
from pathlib import Path

import pytest

from harness.catalog import Catalog, Problem
from harness.errors import InternalFaultError
from harness.review.integrity import integrity
from harness.review.integrity.conversations import conversations
from harness.review.integrity.differential import Differential
from harness.review.integrity.fingerprints import GRAM, WINDOW, fingerprints
from harness.review.integrity.hidden_values import hidden_values
from harness.review.integrity.section import read
from harness.review.material import material
from harness.review.remark import Remark
from harness.review.syntax.definitions import SourceFile
from harness.session import Sitting
from tests.review import shapes
from tests.review.integrity_corpus import CORPUS, Sample, differences, samples, variations
from tests.review.recorded import Record, reference

ADVICE = {"branches_on_inputs", "expected_values", "watches_the_tests", "counts_calls"}


@pytest.fixture(scope="module")
def corpus(built_in: Catalog) -> list[Sample]:
    return samples(built_in)


@pytest.fixture(scope="module")
def readings(corpus: list[Sample]) -> dict[Sample, set[str]]:
    """What reading each of them makes a reviewer ask about."""
    return {sample: sample.read() for sample in corpus}


def told(sitting: Sitting) -> tuple[Remark, ...]:
    return integrity(material(sitting)).remarks


def kinds(source: str, problem: Problem, level: int = 1) -> list[str]:
    found = read(SourceFile(source), problem, hidden_values(problem, level), "")
    return [finding.kind for finding in found]


# --- the corpus -----------------------------------------------------------------------------


def test_the_corpus_is_of_the_size_that_its_figures_speak_of(corpus: list[Sample]) -> None:
    honest = [sample for sample in corpus if not sample.gamed]
    gamed = [sample for sample in corpus if sample.gamed]
    assert len(honest) >= 30
    assert len(gamed) >= 30
    for group in (honest, gamed):
        assert len({sample.problem.id for sample in group}) >= 3
        assert len({sample.source for sample in group}) == len(group)


def test_reading_flags_no_honest_solution_and_most_gamed_ones(
    readings: dict[Sample, set[str]],
) -> None:
    flagged = [sample for sample, kinds in readings.items() if kinds & ADVICE]
    assert [sample.name for sample in flagged if not sample.gamed] == []
    assert len(flagged) >= 25


def test_only_known_designs_are_called_known(readings: dict[Sample, set[str]]) -> None:
    for sample, kinds in readings.items():
        if not sample.gamed:
            assert ("known_solution" in kinds) == sample.known, sample.name


def test_layout_order_and_names_do_not_make_an_honest_solution_suspect(
    corpus: list[Sample],
) -> None:
    for sample in corpus:
        if not sample.gamed and not sample.known:
            for text in variations(sample.path.read_text()):
                assert not sample.read(text), sample.name


@pytest.mark.slow
@pytest.mark.parametrize("problem", sorted(folder.name for folder in CORPUS.iterdir()))
def test_the_differential_run_flags_no_honest_solution_and_finds_what_reading_cannot(
    corpus: list[Sample], readings: dict[Sample, set[str]], problem: str
) -> None:
    found = 0
    own = [sample for sample in corpus if sample.problem.id == problem]
    chosen = [s for s in own if not s.gamed or s.path.stem.endswith(("_sums", "_runs"))]
    for sample, failure, wrong in differences(chosen):
        assert failure is None, sample.name
        if not sample.gamed:
            assert wrong == (), sample.name
        else:
            assert not readings[sample] & ADVICE, sample.name
            assert wrong, sample.name
            assert all(each.conversation for each in wrong)
            found += 1
    assert found >= 2


# --- in a review ----------------------------------------------------------------------------


def test_a_gamed_sitting_is_told_with_lines_and_nothing_else(record: Record, kvs: Problem) -> None:
    [remark] = told(shapes.gamed(record, kvs))
    assert remark.kind == "integrity.branches_on_inputs"
    assert remark.tone == "advice"
    assert "`'oak'`" in remark.sentence
    assert "level_1/test_hidden.py::test_" in remark.sentence
    assert {(place.submission, place.file) for place in remark.places} == {(2, "solution.py")}
    lines = shapes.GAMED.splitlines()
    for place in remark.places:
        assert place.first_line is not None
        assert place.excerpt.replace('"49"', '"48"') == lines[place.first_line - 1]
        assert "==" in place.excerpt


def test_a_known_solution_is_named_kindly(record: Record, kvs: Problem) -> None:
    sitting = record()
    sitting.run(10, reference(kvs, 2), "1")
    [remark] = told(sitting.finish(11))
    assert (remark.kind, remark.tone) == ("integrity.known_solution", "fact")
    assert "submissions/accepted/level_2.py" in remark.sentence


def test_what_a_drill_began_with_is_not_likeness(record: Record, kvs: Problem) -> None:
    sitting = record("drill", level=3)
    sitting.run(10, reference(kvs, 2), "1", "2", "3")
    assert told(sitting.finish(11)) == ()


@pytest.mark.slow
def test_honest_code_that_passes_meets_silence(record: Record, kvs: Problem) -> None:
    sitting = record()
    sitting.run(10, (CORPUS / "key_value_store/honest/level_1_log.py").read_text())
    assert told(sitting.finish(11)) == ()


@pytest.mark.slow
def test_wrong_answers_to_fresh_inputs_are_shown_call_by_call(record: Record, kvs: Problem) -> None:
    sitting = record()
    sitting.run(10, (CORPUS / "key_value_store/gamed/level_1_known_sums.py").read_text())
    [remark] = told(sitting.finish(11))
    assert remark.kind == "integrity.fresh_inputs"
    assert "a reviewer would ask which" in remark.sentence
    [place] = remark.places
    assert place.submission == 1
    assert ".set(" in place.excerpt
    assert place.excerpt.splitlines()[-1].split(" -> ")[1] in ("None", "False", "[]")


def test_without_code_that_can_be_read_it_says_so(record: Record, kvs: Problem) -> None:
    sitting = record()
    sitting.run(10, "def broken(:", "1")
    section = integrity(material(sitting.finish(11)))
    assert section.remarks == ()
    assert section.silence


# --- reading --------------------------------------------------------------------------------


def test_what_the_statement_or_a_sample_shows_is_not_hidden(kvs: Problem) -> None:
    hidden = hidden_values(kvs, 2)
    for shown in ("ada", "engineer", "lamp", "colour", "set", ""):
        assert not hidden.test_of(shown)
    assert hidden.test_of("lobed").startswith("level_1/test_hidden.py::test_")
    assert hidden.test_of("oak.height")
    assert not hidden.test_of("oak.unheard-of")


def test_a_level_is_read_with_its_own_tests_and_those_before(kvs: Problem) -> None:
    assert not hidden_values(kvs, 1).test_of("soundtrack")
    assert hidden_values(kvs, 2).test_of("soundtrack")


def test_one_hidden_word_may_be_chance(kvs: Problem) -> None:
    once = "def get(key):\n    return key == 'oak'\n"
    assert kinds(once, kvs) == []
    assert kinds(once + "\n\ndef delete(field):\n    return field == 'width'\n", kvs) == [
        "branches_on_inputs"
    ]


def test_what_is_tried_at_the_end_of_the_file_does_not_count(kvs: Problem) -> None:
    tried = "if __name__ == '__main__':\n    assert get('oak') == 'lobed' != get('elm', 'width')\n"
    assert kinds(f"def get(key):\n    return None\n\n\n{tried}", kvs) == []


def test_a_whole_expected_list_is_enough(kvs: Problem) -> None:
    source = "def scan(key):\n    return [('artist', '3'), ('key', '2'), ('year', '1')]\n"
    assert kinds(source, kvs, 2) == ["expected_values"]
    assert kinds(source, kvs, 1) == []


@pytest.mark.parametrize(
    "line",
    ["sys._getframe(1)", "os.environ['X']", "'PYTEST_CURRENT_TEST'", "inspect.stack()"],
)
def test_looking_at_the_caller_is_told(kvs: Problem, line: str) -> None:
    assert kinds(f"import inspect, os, sys\n\n\ndef get():\n    return {line}\n", kvs) == [
        "watches_the_tests"
    ]


def test_a_counter_that_only_counts_is_nobodys_business(kvs: Problem) -> None:
    counting = "class A:\n    def get(self):\n        self.n += 1\n        return self.n {}\n"
    assert kinds(counting.format("> 1000"), kvs) == []
    assert kinds(counting.format("== 0"), kvs) == []
    assert kinds(counting.format("in (3, 7)"), kvs) == ["counts_calls"]


# --- likeness and fresh calls ---------------------------------------------------------------


def test_any_common_stretch_of_the_promised_length_is_found() -> None:
    stretch = "; ".join(f"a{n} = b{n}" for n in range((GRAM + WINDOW + 3) // 4 + 1))
    one = ast.parse(f"def f():\n    x = y + z * 3; {stretch}; return x\n")
    two = ast.parse(f"def g(p):\n    while p: p -= 1\n    {stretch}; print(p)\n")
    first, second = ({p.hash for p in fingerprints(t, names=True)} for t in (one, two))
    assert first & second
    assert first != second


def test_names_matter_only_where_they_are_asked_for() -> None:
    text = "def f(a):\n    for b in a:\n        if b > 3 and b not in c:\n            c.append(b * 2)\n"
    one, two = ast.parse(text), ast.parse(text.replace("(a)", "(x)").replace("in a", "in x"))
    assert fingerprints(one, names=True) != fingerprints(two, names=True)
    hashes = [[p.hash for p in fingerprints(tree, names=False)] for tree in (one, two)]
    assert hashes[0] == hashes[1] != []


def test_conversations_know_the_clock_and_the_words_of_the_statement(built_in: Catalog) -> None:
    heard = conversations(built_in.problem("bank"), 1)
    assert heard.clocks == {"timestamp"}
    assert "account" in heard.words
    assert len(heard.steps) > 15
    for steps in heard.steps:
        assert steps[0][1] == ""  # every conversation begins with an object that is made


def test_what_a_person_set_for_their_own_pytest_changes_nothing_heard(
    built_in: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")
    assert len(conversations(built_in.problem("bank"), 1).steps) > 15


def test_tests_that_never_end_are_told_and_leave_no_folder_behind(
    built_in: Catalog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("harness.review.integrity.conversations._SECONDS", 0.01)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(InternalFaultError, match=r"of bank were not heard: .* longer than"):
        Differential(built_in.problem("bank"), 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_problem_with_lists_of_edits_is_varied_too(built_in: Catalog) -> None:
    problem = built_in.problem("text_editor")
    wrong = b"_real = TextEditor.cursor\nTextEditor.cursor = lambda self: min(_real(self), 30)\n"
    honest = problem.reference(1).read_bytes()
    with Differential(problem, 1) as differential:
        assert tuple(differential.differences(honest)) == ()
        assert [each.test for each in differential.differences(honest + wrong)][-1:] == [""]
