"""Reports as JUnit XML, which every CI system can show."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from harness.cli.telling.listing import failure_listing
from harness.errors import RefusedError, WrongUseError
from harness.grading.report import Report, TestResult
from harness.verdict import Verdict

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped: control characters and lone surrogates."""

_ORIGIN = (
    "problem",
    "problem_uuid",
    "problem_version",
    "package_hash",
    "submission_hash",
    "seed",
    "harness_version",
)
"""What a result is traced by."""

_ELEMENTS = {Verdict.INTERNAL_ERROR: "error", Verdict.SKIPPED: "skipped"}
"""How a test that was not accepted is told; any other verdict is a failure."""


def demand_place(path: Path) -> None:
    """Check that reports may be written there, before hours of grading.

    Raises:
        WrongUseError: its folder is missing.
        RefusedError: a file that is no JUnit XML has this name.
    """
    if not path.parent.is_dir():
        raise WrongUseError(f"{path}: its folder does not exist; make it first.")
    try:
        ours = not path.exists() or (path.is_file() and _begins_as_xml(path))
    except OSError as error:
        raise WrongUseError(f"{path}: cannot be used ({error.strerror}); name another.") from None
    if not ours:
        raise RefusedError(f"{path}: is something other than XML; name another file.")


def _begins_as_xml(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(11).startswith((b"<?xml", b"<testsuites"))


def write_junit(path: Path, reports: Sequence[tuple[Path, Report]]) -> None:
    """Write one suite for each file graded, replacing the results of an earlier run.

    Raises:
        WrongUseError: the file cannot be written.
    """
    write_suites(path, (suite(str(file), report) for file, report in reports))


def write_suites(path: Path, parts: Iterable[ET.Element]) -> None:
    """Write a document of these suites.

    Raises:
        WrongUseError: the file cannot be written.
    """
    suites = ET.Element("testsuites")
    suites.extend(parts)
    ET.indent(suites)
    try:
        path.write_bytes(ET.tostring(suites, encoding="utf-8", xml_declaration=True))
    except OSError as error:
        raise WrongUseError(f"{path}: cannot be written ({error.strerror}).") from None


def suite(name: str, report: Report) -> ET.Element:
    """Lay a report out as a suite; the source of hidden tests stays behind."""
    report = report.without_hidden_sources()
    cases = [_case(test) for test in report.tests]
    if not report.accepted and all(test.accepted for test in report.tests):
        cases.append(_whole(report))
    made = _counted(name, cases)
    made.set("time", f"{report.wall_seconds:.3f}")
    properties = ET.Element("properties")
    for key in _ORIGIN:
        ET.SubElement(properties, "property", name=key, value=clean(str(getattr(report, key))))
    made.insert(0, properties)
    return made


def ungraded_suite(name: str, reason: str) -> ET.Element:
    """A submission that could not be graded, as a suite of one error."""
    case = ET.Element("testcase", classname="submission", name="not graded")
    ET.SubElement(case, "error", message=clean(reason)).text = clean(reason)
    return _counted(name, [case])


def _counted(name: str, cases: Sequence[ET.Element]) -> ET.Element:
    made = ET.Element(
        "testsuite",
        name=clean(name),
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors=str(sum(case.find("error") is not None for case in cases)),
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
    )
    made.extend(cases)
    return made


def _case(test: TestResult) -> ET.Element:
    case = ET.Element(
        "testcase",
        classname=f"level_{test.level}.{test.kind}",
        name=clean(test.name),
        time=f"{test.wall_seconds:.3f}",
    )
    if not test.accepted:
        case.append(_outcome(test.verdict, test.message, failure_listing(test)))
    return case


def _whole(report: Report) -> ET.Element:
    """The submission itself as a case, when no single test tells why it was refused."""
    case = ET.Element("testcase", classname="submission", name=clean(str(report.verdict)))
    case.append(_outcome(report.verdict, report.message, report.message))
    return case


def _outcome(verdict: Verdict, message: str, text: str) -> ET.Element:
    element = ET.Element(
        _ELEMENTS.get(verdict, "failure"), type=verdict.code, message=clean(message or verdict)
    )
    element.text = clean(text)
    return element


def clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("", text)
