import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from harness.catalog import Problem, load_problem
from harness.classroom import Ledger, Run, Submission, Terms
from harness.classroom.ledger_file import FILE, LedgerError
from harness.errors import RefusedError, WrongUseError
from harness.grading import Report
from harness.verdict import Verdict
from tests.conftest import write_problem

from .reports import made_up, terms_of

ANN, BEN = Submission("ann", b"a = 1"), Submission("ben", b"b = 1")
NOBODY = Submission("nobody", None, "missing")


@pytest.fixture
def terms(problem: Problem) -> Terms:
    return terms_of(problem)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "results", make=True) as opened:
        yield opened


def verdicts(run: Run) -> dict[str, str]:
    return {row.name: row.verdict for row in run.rows}


def test_what_is_graded_once_is_pending_no_more(
    ledger: Ledger, problem: Problem, terms: Terms
) -> None:
    first = ledger.begin(problem, terms, [ANN, BEN, NOBODY])
    assert list(ledger.pending(first).values()) == [ANN.source, BEN.source]
    assert ledger.record(first, made_up(b"a = 1", terms))
    second = ledger.begin(problem, terms, [ANN, BEN, NOBODY])
    assert list(ledger.pending(second).values()) == [BEN.source]
    assert verdicts(ledger.run(second)) == {
        "ann": "wrong answer",
        "ben": "not graded",
        "nobody": "not graded",
    }
    assert [row.score for row in ledger.run(second).rows] == [0, None, None]


def test_two_people_with_one_source_share_its_grading(
    ledger: Ledger, problem: Problem, terms: Terms
) -> None:
    run = ledger.begin(problem, terms, [ANN, Submission("twin", ANN.source)])
    assert len(ledger.pending(run)) == 1
    ledger.record(run, made_up(b"a = 1", terms, passed=3))
    assert verdicts(ledger.run(run)) == {"ann": "accepted", "twin": "accepted"}


def test_a_second_grading_changes_nothing(ledger: Ledger, problem: Problem, terms: Terms) -> None:
    run = ledger.begin(problem, terms, [ANN])
    assert ledger.record(run, made_up(b"a = 1", terms, passed=3))
    assert not ledger.record(run, made_up(b"a = 1", terms, passed=0))
    assert verdicts(ledger.run(run)) == {"ann": "accepted"}


def test_a_fault_of_ours_is_told_and_graded_again(
    ledger: Ledger, problem: Problem, terms: Terms
) -> None:
    run = ledger.begin(problem, terms, [ANN])
    fault = made_up(b"a = 1", terms, Verdict.INTERNAL_ERROR, message="The judge has ended.")
    assert not ledger.record(run, fault)
    (row,) = ledger.run(run).rows
    assert (row.verdict, row.score, row.message) == ("internal error", None, "The judge has ended.")
    assert ledger.pending(run)
    ledger.record(run, made_up(b"a = 1", terms, passed=3))
    assert verdicts(ledger.run(run)) == {"ann": "accepted"}


def test_other_terms_are_other_gradings(ledger: Ledger, problem: Problem, terms: Terms) -> None:
    run = ledger.begin(problem, terms, [ANN])
    ledger.record(run, made_up(b"a = 1", terms))
    for changed in (
        {"seed": 1},
        {"level": 2},
        {"package_hash": "another"},
        {"grader": "another"},
    ):
        other = ledger.begin(problem, terms.model_copy(update=changed), [ANN])
        assert ledger.pending(other), changed


def test_nothing_that_a_hidden_test_holds_is_kept(
    ledger: Ledger, problem: Problem, terms: Terms
) -> None:
    run = ledger.begin(problem, terms, [ANN])
    ledger.record(run, made_up(b"a = 1", terms, passed=0))
    (row,) = ledger.run(run).rows
    assert row.report is not None
    assert row.report == made_up(b"a = 1", terms, passed=0).without_hidden_details()
    assert "of hidden test" not in row.report.model_dump_json()


def test_a_regrading_has_both_reports(ledger: Ledger, problem: Problem, terms: Terms) -> None:
    run = ledger.begin(problem, terms, [ANN, BEN])
    ledger.record(run, made_up(b"a = 1", terms, passed=3))
    ledger.record(run, made_up(b"b = 1", terms, passed=2))
    changed = terms.model_copy(update={"package_hash": "changed"})
    again = ledger.begin(problem, changed, ledger.submissions(run), regrade_of=run)
    ledger.record(again, made_up(b"a = 1", changed, passed=3))
    ledger.record(again, made_up(b"b = 1", changed, passed=1))
    rows = {row.name: row for row in ledger.run(again).rows}
    assert not rows["ann"].changed
    assert rows["ben"].changed
    assert rows["ben"].before is not None
    assert (rows["ben"].before.score, rows["ben"].score) == (50, 0)
    assert [row.score for row in ledger.run(run).rows] == [100, 50]


def test_one_process_at_a_time(ledger: Ledger) -> None:
    with pytest.raises(RefusedError, match="another process"):
        Ledger(ledger.file.parent)


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(RefusedError, match="something other than results"):
        Ledger(tmp_path, make=True)
    with pytest.raises(WrongUseError, match=FILE):
        Ledger(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]


def test_where_no_folder_can_be_another_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WrongUseError, match=r"file: cannot be used .*; name another .*--results"):
        Ledger(tmp_path / "file", make=True)


@pytest.mark.parametrize("content", ["noise", "foreign", "newer"])
def test_a_file_that_is_no_ledger_of_ours_is_not_touched(tmp_path: Path, content: str) -> None:
    file = tmp_path / FILE
    if content == "noise":
        file.write_bytes(b"noise" * 1000)
    elif content == "foreign":
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("CREATE TABLE mine (x)")
        database.close()
    else:
        Ledger(tmp_path, make=True).close()
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("PRAGMA user_version = 99")
        database.close()
    before = file.read_bytes()
    with pytest.raises(LedgerError):
        Ledger(tmp_path)
    assert file.read_bytes() == before


class LedgerMachine(RuleBasedStateMachine):
    """Runs of a few people under a few terms, gradings in any order, reopened at any time."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        top = Path(self._folder.name)
        self.problem = load_problem(write_problem(top / "content"))
        self.results = top / "results"
        self.ledger = Ledger(self.results, make=True)
        self.runs: list[tuple[Terms, dict[str, bytes]]] = []
        self.kept: dict[tuple[Terms, str], Report] = {}

    @initialize()
    def start(self) -> None:
        self.begin({"ann": b"1"}, 0)

    @rule(
        people=st.dictionaries(
            st.sampled_from(["ann", "ben", "cyd"]), st.sampled_from([b"1", b"2", b"3"]), min_size=1
        ),
        seed=st.integers(0, 1),
    )
    def begin(self, people: dict[str, bytes], seed: int) -> None:
        terms = terms_of(self.problem, seed)
        submissions = [Submission(name, source) for name, source in sorted(people.items())]
        number = self.ledger.begin(self.problem, terms, submissions)
        self.runs.append((terms, people))
        assert number == len(self.runs) == self.ledger.last_run()

    @precondition(lambda self: self.runs)
    @rule(data=st.data(), passed=st.integers(0, 3))
    def record(self, data: st.DataObject, passed: int) -> None:
        number = data.draw(st.integers(1, len(self.runs)))
        terms, people = self.runs[number - 1]
        source = data.draw(st.sampled_from(sorted(people.values())))
        report = made_up(source, terms, passed=passed)
        key = terms, report.submission_hash
        assert self.ledger.record(number, report) == (key not in self.kept)
        self.kept.setdefault(key, report.without_hidden_details())

    @rule()
    def reopen(self) -> None:
        self.ledger.close()
        self.ledger = Ledger(self.results)

    @invariant()
    def every_run_tells_what_was_kept_first(self) -> None:
        for number, (terms, people) in enumerate(self.runs, start=1):
            run = self.ledger.run(number)
            hashes = {name: sha256(source).hexdigest() for name, source in people.items()}
            assert {row.name: row.report for row in run.rows} == {
                name: self.kept.get((terms, hash_)) for name, hash_ in hashes.items()
            }
            assert set(self.ledger.pending(number)) == {
                hash_ for hash_ in hashes.values() if (terms, hash_) not in self.kept
            }

    def teardown(self) -> None:
        self.ledger.close()
        self._folder.cleanup()


TestLedgerMachine = LedgerMachine.TestCase
TestLedgerMachine.settings = settings(max_examples=8, stateful_step_count=12)
