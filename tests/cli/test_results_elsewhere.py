"""Results as other services read them: by their own documented form, and with nothing hidden."""

import ast
import html
import json
from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from jsonschema import ValidationError, validate
from junitparser import Error, Failure, JUnitXml
from xmlschema import XMLSchema, XMLSchemaValidationError

from harness.authoring import Finding, Proof
from harness.catalog import Problem, load_catalog
from harness.classroom import Terms
from harness.cli.formats.exercism import as_exercism
from harness.cli.formats.gradescope import as_gradescope
from harness.cli.formats.junit import suite, ungraded_suite, write_suites
from harness.cli.formats.proof_junit import write_proofs
from harness.errors import InternalFaultError
from harness.grading import Report
from harness.verdict import Verdict
from tests.classroom.reports import made_up, terms_of
from tests.cli.conftest import Run
from tests.cli.services import EXERCISM, GRADESCOPE


@pytest.fixture
def terms(problem: Problem) -> Terms:
    return terms_of(problem)


def varieties(terms: Terms) -> dict[str, Report]:
    return {
        "right": made_up(b"1", terms, passed=3),
        "half": made_up(b"2", terms, passed=2),
        "wrong": made_up(b"3", terms, passed=0),
        "slow": made_up(b"4", terms, Verdict.TIME_LIMIT_EXCEEDED, passed=1),
        "broken": made_up(b"5", terms, Verdict.COMPILE_ERROR, passed=0, message="no such <name>"),
    }


def test_gradescope_reads_every_kind_of_report(terms: Terms) -> None:
    for name, report in varieties(terms).items():
        told = json.loads(json.dumps(as_gradescope(report)))
        validate(told, GRADESCOPE)
        assert told["score"] == report.score, name
        assert sum(test["score"] for test in told["tests"]) == report.score
        assert sum(test["max_score"] for test in told["tests"]) == 100
        assert [test["status"] == "passed" for test in told["tests"]] == [
            test.accepted for test in report.tests
        ]
        assert told["extra_data"]["package_hash"] == terms.package_hash
        assert [test["number"] for test in told["tests"]] == ["1.1", "1.2", "1.3"]
        for test in told["tests"]:
            if test["status"] == "failed" and "hidden" in test["name"]:
                assert test["output"] == str(report.verdict)


def test_exercism_reads_every_kind_of_report(terms: Terms) -> None:
    statuses = {}
    for name, report in varieties(terms).items():
        told = json.loads(json.dumps(as_exercism(report)))
        validate(told, EXERCISM)
        statuses[name] = told["status"], [test["status"] for test in told["tests"]]
    assert statuses == {
        "right": ("pass", ["pass", "pass", "pass"]),
        "half": ("fail", ["pass", "pass", "fail"]),
        "wrong": ("fail", ["fail", "fail", "fail"]),
        "slow": ("fail", ["pass", "error", "error"]),
        "broken": ("error", []),
    }


def test_exercism_gets_no_more_output_than_it_takes(terms: Terms) -> None:
    report = made_up(b"", terms)
    loud = report.tests[0].model_copy(update={"output": "x" * 600})
    told = as_exercism(report.model_copy(update={"tests": (loud,)}))
    validate(told, EXERCISM)
    assert told["tests"][0]["output"].endswith("Output was truncated. Please limit to 500 chars")


def test_a_fault_of_ours_is_never_handed_on_as_a_score(terms: Terms) -> None:
    fault = made_up(b"", terms, Verdict.INTERNAL_ERROR, message="The judge has ended.")
    for form in (as_gradescope, as_exercism):
        with pytest.raises(InternalFaultError, match="The judge has ended"):
            form(fault)


def test_a_reader_of_junit_xml_finds_every_case(terms: Terms, tmp_path: Path) -> None:
    reports = varieties(terms)
    suites = [suite(name, report) for name, report in reports.items()]
    write_suites(tmp_path / "r.xml", [*suites, ungraded_suite("zoe", "zoe.py is not a file")])
    read = {each.name: each for each in JUnitXml.fromfile(str(tmp_path / "r.xml"))}
    for name, report in reports.items():
        cases = list(read[name])
        assert read[name].tests == len(cases) == 3
        assert read[name].failures == sum(not test.accepted for test in report.tests)
        assert [not case.result for case in cases] == [test.accepted for test in report.tests]
        assert all(isinstance(each, Failure) for case in cases for each in case.result)
        properties = {each.name: each.value for each in read[name].properties()}  # type: ignore[no-untyped-call]
        assert properties["package_hash"] == terms.package_hash
        assert properties["problem_uuid"] == str(report.problem_uuid)
    (case,) = read["zoe"]
    assert isinstance(case.result[0], Error)


def told_in_xml(path: Path, *parts: Element) -> Path:
    write_suites(path, parts)
    return path


def test_junit_xml_keeps_the_schema_that_jenkins_demands(terms: Terms, tmp_path: Path) -> None:
    schema = XMLSchema(Path(__file__).with_name("junit-10.xsd"))
    parts = [suite(name, report) for name, report in varieties(terms).items()]
    odd = made_up(b"6", terms, Verdict.INTERNAL_ERROR, message="\x1b[31m <no> \udcff ]]> \0")
    parts += [suite("odd \x00 name", odd), ungraded_suite("zoe", "not a file")]
    schema.validate(told_in_xml(tmp_path / "graded.xml", *parts))
    findings = [
        Finding(check=kind, file=tmp_path / "a <b>.md", line=line, message=f"\x1b {kind}")
        for kind, line in (("unfinished", 3), ("sentence-untested", None))
    ]
    proofs = [Proof(problem="lift"), Proof(problem="tram", findings=tuple(findings))]
    write_proofs(tmp_path / "proved.xml", proofs)
    schema.validate(tmp_path / "proved.xml")
    assert "a &lt;b&gt;.md:3: " in (tmp_path / "proved.xml").read_text()
    with pytest.raises(XMLSchemaValidationError):
        schema.validate(told_in_xml(tmp_path / "bad.xml", Element("testsuite", name="x")))


def test_the_source_of_hidden_tests_goes_nowhere(
    harness: Run, problem: Problem, work: Path
) -> None:
    hidden = problem.folder / "level_1" / "test_hidden.py"
    hidden.write_text(
        "from solution import Counter\n\n\ndef test_hidden_0():\n"
        "    counter = Counter()\n    counter.count()\n    a_secret_name = 1\n"
        "    assert not a_secret_name and counter\n"
    )
    (work / "s.py").write_text("class Counter:\n    def count(self):\n        return 1\n")
    (work / "class").mkdir()
    (work / "class" / "s.py").write_text((work / "s.py").read_text())
    everything = [
        harness("grade", "counter", "s.py", "--level", 1, *options).out
        for options in (
            ["--json", "--junit", "one.xml"],
            ["--format", "gradescope"],
            ["--format", "exercism"],
        )
    ]
    for form in ("gradescope", "exercism"):
        told = harness(
            "grade",
            "counter",
            "class",
            "--no-require-isolation",
            "--level",
            1,
            "--format",
            form,
            "--json",
            "--junit",
            "all.xml",
        )
        assert told.code == 0
        everything.append(told.out)
    everything += [
        file.read_text(errors="replace")
        for file in work.rglob("*")
        if file.is_file() and file.name != "s.py"
    ]
    assert len(everything) == 5 + 2 + 5
    assert "a_secret_name" in harness("grade", "counter", "s.py", "--level", 1).out
    assert not [text for text in everything if "a_secret_name" in text]


def assertions(files: Iterable[Path]) -> set[str]:
    """The text of every assertion, on one line."""
    return {
        ast.unparse(node)
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assert)
    }


def as_written(text: str) -> str:
    """A report's text without what JSON and XML write otherwise, quotes as Python prefers them."""
    return html.unescape(text).replace('\\"', '"').replace('"', "'")


@pytest.mark.slow
def test_no_assertion_of_a_hidden_test_is_in_anything_handed_on(harness: Run, work: Path) -> None:
    bank = load_catalog().problem("bank")
    shown = assertions(level.sample_tests for level in bank.levels[:2])
    hidden = assertions(file for level in bank.levels[:2] for file in level.scored_files) - shown
    folder = work / "class"
    folder.mkdir()
    wrong = next(each.path for each in bank.submissions if each.verdict is Verdict.WRONG_ANSWER)
    (folder / "ann.py").write_bytes(bank.reference(1).read_bytes())
    (folder / "ben.py").write_bytes(wrong.read_bytes())
    (folder / "cyd.py").write_text(
        "class Bank:\n    def __getattr__(self, name):\n        return print\n"
    )
    level = ("--level", 2)
    told = []
    for form in ("gradescope", "exercism"):
        named = ("--format", form, "--junit", f"{form}.xml", "--no-require-isolation", *level)
        told.append(harness("grade", "bank", folder, "--json", *named).out)
    files = sorted(folder.iterdir())
    told.append(harness("grade", "bank", *files, "--json", "--junit", "files.xml", *level).out)
    told.append(harness("grade", "bank", files[0], "--format", "exercism", *level).out)
    told += [
        file.read_text(errors="replace")
        for file in work.rglob("*")
        if file.is_file() and file.parent != folder
    ]
    failed = sum(text.count('"wrong answer"') for text in told)
    assert failed > 50
    assert len(hidden) > 50
    texts = list(map(as_written, told))
    assert [each for each in hidden if any(each in text for text in texts)] == []
    source = as_written(bank.levels[0].hidden_tests.read_text(encoding="utf-8"))
    assert any(each in source for each in hidden)  # else nothing could ever be found


def test_each_person_of_a_class_gets_a_file(harness: Run, problem: Problem, work: Path) -> None:
    folder = work / "class"
    folder.mkdir()
    (folder / "ann.py").write_bytes(problem.reference(3).read_bytes())
    (folder / "ben.py").write_text("no = 'solution'\n")
    (folder / "cyd").mkdir()
    assert (
        harness("grade", "counter", folder, "--no-require-isolation", "--format", "gradescope").code
        == 1
    )
    files = sorted((work / "class-results" / "gradescope").rglob("results.json"))
    assert [file.parent.name for file in files] == ["ann", "ben"]
    told = [json.loads(file.read_text()) for file in files]
    for each in told:
        validate(each, GRADESCOPE)
    assert [each["score"] for each in told] == [500.0, 0.0]


def test_json_keeps_its_published_schema(harness: Run, problem: Problem) -> None:
    schema = harness("schema", "report").json
    validate(harness("grade", "counter", problem.reference(2), "--json").json, schema)
    reports = list(varieties(terms_of(problem)).values())
    reports.append(made_up(b"", terms_of(problem), Verdict.INTERNAL_ERROR, message="Ended."))
    for report in reports:
        validate(json.loads(report.model_dump_json()), schema)
    with pytest.raises(ValidationError):
        validate({**json.loads(reports[0].model_dump_json()), "verdict": "fine"}, schema)


def test_one_service_takes_one_file(harness: Run, problem: Problem) -> None:
    answer = harness(
        "grade", "counter", problem.reference(1), problem.reference(2), "--format", "exercism"
    )
    assert (answer.code, answer.out) == (2, "")
