"""The document: every section with its remarks, their evidence one click away."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.resources import files

from harness.review.concepts import Concepts
from harness.review.growth import Growth
from harness.review.pace import Pace
from harness.review.page.markup import Markup, element, joined
from harness.review.page.plots import growth_bars, timeline
from harness.review.remark import Place, Remark
from harness.review.review import DESIGN, Review
from harness.review.section import Section
from harness.review.wording import counted
from harness.session import Summary

_TONES = {"well": "Went well", "advice": "Do otherwise", "fact": "Happened"}
_DAY = 24 * 60 * 60 * 1000
_HEAD = (
    '<meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)


def page(review: Review) -> str:
    """Write the review as one HTML document."""
    style = files("harness.review.page").joinpath("style.css").read_text(encoding="utf-8")
    title = element("title", f"Review: {review.summary.name}, {review.summary.mode}")
    body = joined(
        _heading(review),
        _scores(review.summary),
        *_design(review),
        *(_section(title, section, review) for title, section in review.sections),
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head>{_HEAD}{title}\n'
        f"<style>\n{style}</style></head>\n"
        f"<body>{element('main', body)}</body>\n</html>\n"
    )


def _heading(review: Review) -> Markup:
    summary = review.summary
    day = datetime.fromtimestamp(summary.started_at / 1000, UTC)
    return element(
        "header",
        element("h1", f"{summary.name}, {summary.mode}"),
        element(
            "p",
            element("strong", f"{summary.score} of {summary.max_score} points"),
            f", {summary.phase} after {_clock(summary.seconds_elapsed)} of {summary.minutes} "
            f"minutes, {counted(summary.submissions, 'submission')}. {day:%Y-%m-%d %H:%M} UTC, "
            f"{summary.session}.",
        ),
    )


def _scores(summary: Summary) -> Markup:
    rows = [
        (
            f"{level.number}  {level.name}",
            f"{level.passed} of {level.total}" if level.total else "-",
            f"{level.earned:g} of {level.points}",
        )
        for level in summary.levels
    ]
    return _table(("level", "tests passed", "points"), rows)


def _design(review: Review) -> Iterator[Markup]:
    if review.design is not None:
        rows = list(zip(DESIGN, review.design, strict=True))
        yield element("h2", "Noted before the code")
        yield _table(("question", "answer"), rows)


def _section(title: str, section: Section, review: Review) -> Markup:
    told = [_remark(remark) for remark in section.remarks]
    if section.silence:
        told.append(element("p", section.silence))
    elif not told:
        told.append(element("p", "Nothing to remark."))
    match section:
        case Growth():
            told += _growth(section)
        case Pace():
            told += _pace(section)
        case Concepts():
            told += _concepts(section, review.made_at)
    return element("section", element("h2", title), *told)


def _remark(remark: Remark) -> Markup:
    count = len(remark.places)
    places = "1 place" if count == 1 else f"{count} places"
    figures = [
        element("li", f"{figure.name}: {figure.value:g} {figure.unit}".rstrip())
        for figure in remark.figures
    ]
    return element(
        "article",
        element("p", element("b", _TONES[remark.tone]), " ", *_prose(remark.sentence)),
        element(
            "details",
            element("summary", f"Evidence: {places}"),
            *(_place(place) for place in remark.places),
            *([element("ul", *figures)] if figures else []),
        ),
        class_=remark.tone,
    )


def _prose(sentence: str) -> Iterator[Markup | str]:
    """A sentence with what stands between backquotes as code."""
    for index, part in enumerate(sentence.split("`")):
        yield element("code", part) if index % 2 else part


def _place(place: Place) -> Markup:
    shown = [element("figcaption", place.text)]
    if place.excerpt:
        shown.append(element("pre", element("code", place.excerpt)))
    return element("figure", *shown)


def _growth(growth: Growth) -> Iterator[Markup]:
    if not growth.steps:
        return
    yield growth_bars(growth)
    rows = [
        (
            str(step.level),
            f"{step.survived} of {step.before}",
            f"{step.reference_survived} of {step.reference_before}",
            str(step.after),
            ", ".join(step.added) or "-",
        )
        for step in growth.steps
    ]
    head = ("level", "live on", "in the reference", "statements now", "new parts")
    yield _folded("The same as a table", _table(head, rows))


def _pace(pace: Pace) -> Iterator[Markup]:
    if not pace.levels:
        return
    yield timeline(pace)
    yield element(
        "p",
        "A circle is a submission, a diamond one that passed every test. The wide bar is the time "
        "a level took, the thin one below it its guide time.",
        class_="legend",
    )
    rows = [
        (
            f"{level.level}  {level.name}",
            _clock(level.spent),
            _clock(level.guide),
            "-" if level.first_run is None else _clock(level.first_run),
            "-" if level.green is None else _clock(level.green),
            str(level.runs),
        )
        for level in pace.levels
    ]
    yield _table(("level", "time", "guide", "first run", "all passed", "runs"), rows)


def _concepts(concepts: Concepts, now: int) -> Iterator[Markup]:
    if not concepts.concepts:
        return
    rows = [
        (
            concept.tag,
            f"{concept.passed} of {concept.total}",
            f"{concept.missed} of {concept.met}",
            f"{max(0, round((concept.due - now) / _DAY))} days",
        )
        for concept in concepts.concepts
    ]
    head = ("concept, the least held first", "tests passed", "missed at first", "again in")
    yield _folded(f"Every concept, from {_sittings(concepts)}", _table(head, rows))


def _sittings(concepts: Concepts) -> str:
    return "1 sitting" if concepts.sittings == 1 else f"{concepts.sittings} sittings"


def _folded(title: str, content: Markup) -> Markup:
    return element("details", element("summary", title), content)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    top = element("tr", *(element("th", name, scope="col") for name in head))
    body = [
        element(
            "tr", element("th", row[0], scope="row"), *(element("td", each) for each in row[1:])
        )
        for row in rows
    ]
    return element("table", element("thead", top), element("tbody", *body))


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
