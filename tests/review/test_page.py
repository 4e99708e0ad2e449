import re
from collections.abc import Callable
from html.parser import HTMLParser

from harness.catalog import Problem
from harness.cli.telling.review_text import review_text
from harness.review import Review
from harness.review.page import page
from harness.session import Sitting
from tests.review import shapes
from tests.review.recorded import Record

Reviewed = Callable[[Sitting], Review]
VOID = {"meta"}


class Reader(HTMLParser):
    """Reads a page as a browser does, and notes what it is made of."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, _ in attrs:
            assert name not in {"src", "href", "onclick", "onload", "srcset"}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_holds_every_sentence_with_every_place_and_needs_nothing_else(
    record: Record, kvs: Problem, reviewed: Reviewed
) -> None:
    review = reviewed(shapes.rewritten(record, kvs))
    markup = page(review)
    seen = Reader(markup)
    assert seen.open == []
    assert not seen.tags & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"https?:|url\(|@import", markup)
    for remark in review.remarks:
        assert remark.sentence.replace("`", "") in seen.text
        for place in remark.places:
            assert place.text in seen.text
            assert place.excerpt in seen.text
    assert {"svg", "table", "main", "h1", "h2"} <= seen.tags


def test_code_of_the_person_stays_text(record: Record, reviewed: Reviewed) -> None:
    hostile = (
        "class KeyValueStore:\n"
        "    rows = {}\n"
        "    def set(self, key, field, value):\n"
        "        self.rows[key] = '</pre><script>alert(1)</script>\x1b[2J'\n"
    )
    sitting = record()
    sitting.run(5, hostile, "1")
    review = reviewed(sitting.finish(10))
    assert [remark.kind for remark in review.habits.remarks] == ["habits.state_of_class"]
    seen = Reader(page(review))
    assert "script" not in seen.tags
    assert "<script>alert(1)" in seen.text
    assert "\x1b" not in page(review)


def test_a_sitting_without_a_submission_has_a_page_too(record: Record, reviewed: Reviewed) -> None:
    seen = Reader(page(reviewed(record().finish(10))))
    assert "Nothing was submitted" in seen.text


def test_what_was_noted_before_the_code_is_shown_beside_what_became_of_it(
    record: Record, reviewed: Reviewed
) -> None:
    sitting = record()
    sitting.sitting.note_design(("a dict of dicts", "the value", "one reader"))
    review = reviewed(sitting.finish(10))
    assert review.design == ("a dict of dicts", "the value", "one reader")
    for shown in (page(review), review_text(review, whole=False)):
        assert "a dict of dicts" in shown
