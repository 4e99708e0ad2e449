"""Ledger: every grading of a class in one SQLite file, written once and never changed.

A grading is kept the moment it ends, so whatever ends the run, even ``kill -9``, costs at most the
submissions that were being graded. What is in the ledger is never graded again under the same
terms, and never overwritten: a problem that changed has another hash, and with it other gradings.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from harness.catalog.models import Problem
from harness.classroom.folder import Submission
from harness.classroom.ledger_file import LedgerFile
from harness.classroom.run import Row, Run, Terms
from harness.closing import Closing
from harness.errors import WrongUseError
from harness.grading.report import Report
from harness.verdict import Verdict


class Ledger(Closing):
    """The gradings of a class; a context manager that one process at a time may enter."""

    def __init__(self, folder: Path, *, make: bool = False) -> None:
        """Open the ledger in a folder of results.

        Args:
            folder: the folder of results.
            make: begin a ledger, and the folder, where there is none.

        Raises:
            WrongUseError: there is none, or the folder cannot be made.
            RefusedError: another process grades with it, or the folder holds other things.
            LedgerError: the file is no ledger, of a newer version or damaged.
        """
        self._file = LedgerFile(folder, make=make)
        self.file = self._file.path
        self._database = self._file.database

    def close(self) -> None:
        """Let another process have it."""
        self._file.close()

    def begin(
        self,
        problem: Problem,
        terms: Terms,
        submissions: Sequence[Submission],
        *,
        regrade_of: int | None = None,
    ) -> int:
        """Note that a class is to be graded, and keep its sources; return the run's number."""
        hashes = {
            each.name: sha256(each.source).hexdigest()
            for each in submissions
            if each.source is not None
        }
        with self._file.telling(), self._database as database:
            cursor = database.execute(
                "INSERT INTO runs (at, problem, problem_uuid, problem_version, package_hash, "
                "level, seed, grader, regrade_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    _now(),
                    problem.id,
                    str(problem.uuid),
                    problem.version,
                    terms.package_hash,
                    terms.level,
                    terms.seed,
                    terms.grader,
                    regrade_of,
                ),
            )
            run = int(cursor.lastrowid or 0)
            database.executemany(
                "INSERT OR IGNORE INTO sources VALUES (?, ?)",
                [(hashes[each.name], each.source) for each in submissions if each.name in hashes],
            )
            database.executemany(
                "INSERT INTO submissions VALUES (?, ?, ?, ?)",
                [(run, each.name, hashes.get(each.name), each.reason) for each in submissions],
            )
        return run

    def pending(self, run: int) -> Mapping[str, bytes]:
        """The sources of a run, by their hash, that no grading under its terms is known of.

        Two people with the same source share one grading.
        """
        with self._file.telling():
            rows = self._database.execute(
                "SELECT DISTINCT submission_hash, source FROM submissions JOIN sources "
                "USING (submission_hash) WHERE run = ? AND submission_hash NOT IN "
                "(SELECT submission_hash FROM gradings JOIN runs "
                "USING (package_hash, level, seed, grader) WHERE number = ?) ORDER BY name",
                (run, run),
            )
            return dict(rows.fetchall())

    def record(self, run: int, report: Report) -> bool:
        """Keep a grading of a run for good; an internal error only as a fault of this run.

        Returns:
            whether it was the first under these terms; a later one changes nothing.
        """
        text = report.without_hidden_details().model_dump_json()
        with self._file.telling(), self._database as database:
            if report.verdict is Verdict.INTERNAL_ERROR:
                database.execute(
                    "INSERT INTO faults VALUES (?, ?, ?, ?)",
                    (run, report.submission_hash, _now(), text),
                )
                return False
            cursor = database.execute(
                "INSERT OR IGNORE INTO gradings SELECT package_hash, ?, level, seed, grader, ?, ? "
                "FROM runs WHERE number = ?",
                (report.submission_hash, _now(), text, run),
            )
            return cursor.rowcount == 1

    def run(self, number: int) -> Run:
        """A run with a row for each submission, in the order of their names.

        Raises:
            WrongUseError: there is no such run.
        """
        with self._file.telling():
            head = self._file.row("SELECT * FROM runs WHERE number = ?", (number,))
            if head is None:
                raise WrongUseError(
                    f"{self.file}: has no run {number}; its last is {self.last_run()}."
                )
            reports = self._reports(number)
            was = self._reports(head["regrade_of"]) if head["regrade_of"] is not None else {}
            rows = self._database.execute(
                "SELECT name, submission_hash, reason FROM submissions WHERE run = ? ORDER BY name",
                (number,),
            ).fetchall()
        return Run(
            number=number,
            at=head["at"],
            problem=head["problem"],
            problem_uuid=head["problem_uuid"],
            problem_version=head["problem_version"],
            terms=Terms(
                package_hash=head["package_hash"],
                level=head["level"],
                seed=head["seed"],
                grader=head["grader"],
            ),
            regrade_of=head["regrade_of"],
            rows=tuple(
                Row(
                    name=name,
                    submission_hash=hash_,
                    reason=reason,
                    report=reports.get(hash_),
                    before=was.get(hash_),
                )
                for name, hash_, reason in rows
            ),
        )

    def last_run(self) -> int:
        """The number of the last run; 0 before the first."""
        with self._file.telling():
            return int(self._database.execute("SELECT max(number) FROM runs").fetchone()[0] or 0)

    def submissions(self, run: int) -> list[Submission]:
        """What a run graded, as it was then."""
        with self._file.telling():
            rows = self._database.execute(
                "SELECT name, source, reason FROM submissions LEFT JOIN sources "
                "USING (submission_hash) WHERE run = ? ORDER BY name",
                (run,),
            )
            return [Submission(name, source, reason) for name, source, reason in rows]

    def _reports(self, run: int) -> dict[str, Report]:
        """By the submission's hash; a fault only where nothing better is known."""
        found = self._database.execute(
            "SELECT submission_hash, report FROM faults WHERE run = ? ORDER BY at", (run,)
        ).fetchall()
        found += self._database.execute(
            "SELECT submission_hash, report FROM gradings "
            "JOIN runs USING (package_hash, level, seed, grader) WHERE number = ? "
            "AND submission_hash IN (SELECT submission_hash FROM submissions WHERE run = number)",
            (run,),
        ).fetchall()
        return {hash_: Report.model_validate_json(text) for hash_, text in found}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
