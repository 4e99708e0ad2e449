"""Proofs as JUnit XML: a suite a problem, a case a finding."""

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from harness.authoring import Finding, Proof
from harness.cli.formats.junit import clean, write_suites


def write_proofs(path: Path, proofs: Sequence[Proof]) -> None:
    """Write one suite for each problem, replacing the results of an earlier run.

    Raises:
        WrongUseError: the file cannot be written.
    """
    write_suites(path, map(_suite, proofs))


def _suite(proof: Proof) -> ET.Element:
    cases = [_case(proof, finding) for finding in proof.findings]
    cases.append(ET.Element("testcase", classname=proof.problem, name="sound"))
    if not proof.sound:
        ET.SubElement(cases[-1], "failure", message="there are findings")
    suite = ET.Element(
        "testsuite",
        name=proof.problem,
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors="0",
        skipped="0",
    )
    suite.extend(cases)
    return suite


def _case(proof: Proof, finding: Finding) -> ET.Element:
    case = ET.Element("testcase", classname=proof.problem, name=finding.check)
    told = clean(str(finding))  # with its place, for which strict readers take no attribute
    if finding.severity == "error":
        ET.SubElement(case, "failure", type=finding.check, message=told).text = told
    else:
        ET.SubElement(case, "system-out").text = told
    return case
