"""A sitting that leaves as a file comes back as it was."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from harness.errors import RefusedError, WrongUseError
from harness.session import Store, history
from harness.session.events import Event, Kept, OvertimeSubmitted, Submitted
from harness.session.store import SittingFile, exported, source_hash, take_in
from tests.session.doubles import NOON, started
from tests.session.logs import logs

TEXTS = [b"", b"x = 1\n", b"\xff\x00 not text", "\N{SNOWMAN}\r\n".encode()]


def named(log: list[Event]) -> tuple[list[Event], dict[str, bytes]]:
    """The log with texts that exist."""
    sources: dict[str, bytes] = {}
    events: list[Event] = []
    for number, event in enumerate(log):
        if isinstance(event, Submitted | Kept | OvertimeSubmitted):
            text = TEXTS[number % len(TEXTS)]
            sources[source_hash(text)] = text
            events.append(event.model_copy(update={"source_hash": source_hash(text)}))
        else:
            events.append(event)
    return events, sources


@settings(max_examples=25)
@given(logs())
def test_there_and_back(log: list[Event]) -> None:
    events, sources = named(log)
    with TemporaryDirectory() as top, Store(Path(top) / "a.db") as one:
        one.take_in(events, sources)
        text = exported(one, "s")
        assert text.isascii()
        SittingFile.model_validate_json(text)
        with Store(Path(top) / "b.db") as other:
            assert take_in(other, text.encode(), Path("f")) == "s"
            assert other.events("s") == one.events("s") == events
            assert all(other.source(name) == sources[name] for name in sources)
            assert exported(other, "s") == text
            assert history(other, NOON) == history(one, NOON)
            with pytest.raises(RefusedError, match="here already"):
                take_in(other, text.encode(), Path("f"))


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"{}", b"9" * 5000])
def test_what_is_no_export_is_told(store: Store, content: bytes) -> None:
    with pytest.raises(WrongUseError, match="not a sitting"):
        take_in(store, content, Path("f.json"))
    assert store.sittings() == []


def test_brackets_thousands_deep_are_no_export(store: Store) -> None:
    with pytest.raises(WrongUseError, match="not a sitting"):
        take_in(store, b"[" * 100_000, Path("f.json"))


def test_a_text_that_was_changed_is_noticed(store: Store) -> None:
    facts = {
        "kind": "progressive-harness sitting",
        "format": 1,
        "harness_version": "0",
        "events": [json.loads(started().model_dump_json())],
        "sources": {"0" * 64: {"encoding": "utf-8", "content": "x"}},
    }
    with pytest.raises(WrongUseError, match="not the one its hash names"):
        take_in(store, json.dumps(facts).encode(), Path("f.json"))


@pytest.mark.parametrize(
    ("place", "value"), [("at", 10**17), ("at", 10**20), ("minutes", 10**9), ("minutes", 10**30)]
)
def test_times_that_no_calendar_knows_are_told_before_the_history_holds_them(
    store: Store, place: str, value: int
) -> None:
    facts = {
        "kind": "progressive-harness sitting",
        "format": 1,
        "harness_version": "0",
        "events": [json.loads(started().model_dump_json()) | {place: value}],
        "sources": {},
    }
    with pytest.raises(WrongUseError, match=rf"f\.json: `events\..*{place}`: "):
        take_in(store, json.dumps(facts).encode(), Path("f.json"))
    assert store.sittings() == []
