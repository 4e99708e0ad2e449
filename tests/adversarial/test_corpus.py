"""Every hostile or broken submission gets its verdict and leaves nothing behind."""

import re
import unicodedata
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from harness.cli.formats.junit import write_junit
from harness.cli.telling.listing import report_listing
from harness.cli.telling.streams import tell, tell_json
from harness.grading import Report, TestResult
from harness.verdict import Verdict

from .conftest import Arena
from .corpus import CASES, Case, provided
from .problem import RIGHT

_CODES = "|".join(verdict.code for verdict in Verdict)
_VERDICTS = "|".join(Verdict)
_LINE_OF_OURS = re.compile(
    rf"( {{6}}.*|({_CODES}) +level 1, (sample|hidden)  [\w:]+|({_VERDICTS}): .*"
    rf"|level 1: \d+ of \d+ tests pass(, ({_VERDICTS}))?|score \d+ of 100|)"
)
"""Every line a listing may hold; what a submission says stands behind a margin or a verdict."""


def meant(case: Case, report: Report) -> TestResult:
    """The test that the head speaks of."""
    if case.test:
        return next(test for test in report.tests if test.id.endswith("::" + case.test))
    return next((test for test in report.tests if not test.accepted), report.tests[0])


def shown(report: Report, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Check what a person and a CI system get to see."""
    for test in report.tests:
        assert not re.search(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", test.message), "one line"
    capsys.readouterr()
    listing = report_listing(report)
    tell(listing)
    told = capsys.readouterr().out
    told.encode()
    wild = [each for each in told if unicodedata.category(each) in ("Cc", "Cf", "Cs")]
    assert set(wild) <= {"\n", "\t"}
    odd = [line for line in told.split("\n") if not _LINE_OF_OURS.fullmatch(line)]
    assert not odd
    assert len(re.findall("^score ", told, re.MULTILINE)) == 1
    assert len(re.findall("^level 1: ", told, re.MULTILINE)) == 1
    tell_json(report.model_dump(mode="json"))
    assert capsys.readouterr().out.isascii()
    write_junit(tmp_path / "junit.xml", [(Path("solution.py"), report)])
    suite = ET.parse(tmp_path / "junit.xml").getroot()[0]
    assert len(suite.findall("testcase")) == len(report.tests)
    assert Report.model_validate_json(report.model_dump_json()) == report


@pytest.mark.parametrize(
    "case",
    [pytest.param(each, id=each.id, marks=[pytest.mark.slow] * each.slow) for each in CASES],
)
def test_submission(
    case: Case, arena: Arena, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    report = arena.grade(case.source, brief=case.lacks_methods)
    assert not arena.hung
    promised = provided(case.needs, report.protections)
    test = meant(case, report)
    if promised:
        told = f"{test.name}: {test.verdict}: {test.message} / {report.message}"
        assert test.verdict in case.verdicts, told
        assert case.says in test.message, told
        assert report.verdict is not Verdict.INTERNAL_ERROR, told
        scored = all(each.accepted for each in report.tests if each.kind == "hidden")
        assert (report.score == report.max_score) == scored
        assert report.accepted == case.is_right or test.accepted, told
    shown(report, capsys, tmp_path)

    changes = [canary.changes() for canary in arena.canaries]
    if not promised:
        arena.reopen()
        return
    assert not any(changes)
    again = arena.grade(RIGHT.encode())
    assert not arena.hung
    assert again.accepted, [f"{each.name}: {each.verdict}: {each.message}" for each in again.tests]
    assert not arena.left_behind()
