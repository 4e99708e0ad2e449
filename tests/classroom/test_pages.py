import codecs
import csv
from html.parser import HTMLParser
from io import StringIO

import pytest

from harness.catalog import Problem
from harness.classroom import Row, Run
from harness.classroom.csv_report import as_csv
from harness.classroom.html_report import as_html
from harness.verdict import Verdict

from .reports import SECRET, made_up, run_of, terms_of

HOSTILE = '=HYPERLINK("x")</td><script>alert(1)</script>\x1b[2J\u202e'


@pytest.fixture
def run(problem: Problem) -> Run:
    terms = terms_of(problem)
    rows = (
        Row(name="ann", submission_hash="1", report=made_up(b"1", terms, passed=3)),
        Row(name="ben", submission_hash="2", report=made_up(b"2", terms, passed=2)),
        Row(name="cyd", reason="cyd.py is not a file"),
        Row(
            name="dan",
            submission_hash="4",
            report=made_up(b"4", terms, Verdict.INTERNAL_ERROR, message="The judge has ended."),
        ),
        Row(
            name=HOSTILE,
            submission_hash="5",
            report=made_up(b"5", terms, Verdict.COMPILE_ERROR, passed=0, message=HOSTILE),
        ),
    )
    hidden = tuple(
        row.model_copy(update={"report": row.report and row.report.without_hidden_details()})
        for row in rows
    )
    return run_of(problem, terms, hidden)


class Page(HTMLParser):
    """What a browser would find."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.lines: list[list[str]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)
        if tag == "tr":
            self.lines.append([])
        elif tag in ("td", "th"):
            self.lines[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.lines and {"td", "th"} & set(self.open):
            self.lines[-1][-1] += data


def test_csv_has_a_line_for_each_and_blanks_where_nothing_may_be_said(run: Run) -> None:
    lines = list(csv.DictReader(StringIO(as_csv(run)[1:])))
    assert [(line["verdict"], line["score"], line["level_1_passed"]) for line in lines] == [
        ("accepted", "100", "3"),
        ("wrong answer", "50", "2"),
        ("not graded", "", ""),
        ("internal error", "", ""),
        ("compile error", "0", "0"),
    ]
    assert lines[2]["message"] == "cyd.py is not a file"
    assert {line["problem_uuid"] for line in lines} == {str(run.problem_uuid)}
    assert {line["package_hash"] for line in lines} == {run.terms.package_hash}


def test_a_spreadsheet_reads_umlauts_as_they_are(run: Run) -> None:
    ann = run.rows[0].model_copy(update={"name": "Jürgen Müßig"})
    text = as_csv(run.model_copy(update={"rows": (ann,)}))
    assert text.encode().startswith(codecs.BOM_UTF8)
    (line,) = csv.DictReader(StringIO(text.encode().decode("utf-8-sig")))
    assert line["submission"] == "Jürgen Müßig"


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])  # noqa: RUF001
def test_no_name_is_a_formula(run: Run, first: str) -> None:
    ann = run.rows[0].model_copy(update={"name": f"{first}1+1"})
    (line,) = csv.DictReader(StringIO(as_csv(run.model_copy(update={"rows": (ann,)}))[1:]))
    assert line["submission"] == f"'{first}1+1"


def test_a_spreadsheet_computes_and_a_terminal_obeys_nothing(run: Run) -> None:
    line = list(csv.DictReader(StringIO(as_csv(run)[1:])))[-1]
    for cell in (line["submission"], line["message"]):
        assert cell.startswith("'=HYPERLINK")
        assert cell.isprintable()


def test_the_page_is_whole_and_loads_and_runs_nothing(run: Run) -> None:
    page = Page(as_html(run))
    assert not page.open
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "link", "img", "iframe", "object", "form"}
    assert not any(
        key in ("src", "href") or key.startswith("on") for _, each in page.tags for key in each
    )
    assert "http" not in as_html(run).replace("http-equiv", "")


def test_the_page_tells_everybody_by_words_and_not_by_colour_alone(run: Run) -> None:
    page = Page(as_html(run))
    lines = {line[0]: line for line in page.lines}
    assert lines["ann"][1:4] == ["AC accepted", "100", "3 / 3"]
    assert lines["ben"][1:4] == ["WA wrong answer", "50", "2 / 3"]
    assert lines["cyd"][1:] == ["- not graded", "-", "", "cyd.py is not a file"]
    assert lines["dan"][1:] == [
        "IE internal error",
        "-",
        "",
        "The judge has ended.2 testslevel 1, hidden: test_1 (internal error)level 1, hidden: test_2 (internal error)",
    ]
    hostile = next(line for name, line in lines.items() if "HYPERLINK" in name)
    assert "<script>" in hostile[0]
    assert hostile[0].isprintable()
    assert lines["test_2"] == ["test_2", "1", "hidden", "2"]
    heads = [each for tag, each in page.tags if tag == "th"]
    assert heads
    assert all(each.get("scope") in ("row", "col") for each in heads)


def test_nothing_that_a_hidden_test_holds_is_told(run: Run) -> None:
    for text in (as_html(run), as_csv(run)):
        assert SECRET not in text
        assert "of hidden test" not in text


def test_what_was_a_fault_of_ours_had_no_score_before(run: Run) -> None:
    dan = run.rows[3].report
    assert dan is not None
    assert dan.verdict is Verdict.INTERNAL_ERROR
    mended = run.rows[0].model_copy(update={"before": dan})
    again = run.model_copy(update={"regrade_of": 1, "rows": (mended,)})
    (line,) = csv.DictReader(StringIO(as_csv(again)[1:]))
    assert (line["score_before"], line["score"], line["changed"]) == ("", "100", "yes")
    assert ["ann", "internal error → accepted", "- → 100"] in Page(as_html(again)).lines


def test_a_regrading_shows_before_and_after(run: Run, problem: Problem) -> None:
    before = made_up(b"1", terms_of(problem), passed=1)
    changed = run.rows[0].model_copy(update={"before": before})
    same = run.rows[1].model_copy(update={"before": run.rows[1].report})
    again = run.model_copy(update={"regrade_of": 1, "rows": (changed, same)})
    ann, ben = csv.DictReader(StringIO(as_csv(again)[1:]))
    assert (ann["score_before"], ann["score"], ann["changed"]) == ("0", "100", "yes")
    assert (ben["score_before"], ben["score"], ben["changed"]) == ("50", "50", "no")
    lines = [line for line in Page(as_html(again)).lines if line[0] == "ann"]
    assert lines[0] == ["ann", "wrong answer → accepted", "0 → 100"]
