"""A sitting as one JSON file: its events and every text that was kept, nothing locked in."""

import json
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

import harness
from harness.catalog.models import Model
from harness.errors import WrongUseError
from harness.session.events import (
    Event,
    ImpossibleEventError,
    Kept,
    OvertimeSubmitted,
    Started,
    Submitted,
    fold,
)
from harness.session.store.store import Store, source_hash
from harness.session.summary import standing

KIND = "progressive-harness sitting"
FORMAT = 1


class Source(Model):
    """One text that was kept."""

    encoding: Literal["utf-8", "base64"]
    """How ``content`` holds it: as it is, or as bytes where it is not UTF-8."""
    content: str


class SittingFile(Model):
    """What ``harness export`` writes."""

    kind: Literal["progressive-harness sitting"] = "progressive-harness sitting"
    format: Literal[1] = 1
    harness_version: str
    events: tuple[Event, ...]
    """Everything that happened, in order; the first is the start."""
    sources: dict[str, Source]
    """Every text that the events name, by its SHA-256."""


def exported(store: Store, session: str) -> str:
    """Return a sitting as the text of a file, in ASCII.

    Raises:
        WrongUseError: there is no such sitting.
    """
    events = store.events(session)
    names = sorted(_names(events))
    file = SittingFile(
        harness_version=harness.__version__,
        events=tuple(events),
        sources={name: _written(store.source(name)) for name in names},
    )
    return json.dumps(file.model_dump(mode="json"), indent=1)


def take_in(store: Store, content: bytes, origin: Path) -> str:
    """Store the sitting that a file holds and return its id.

    Where its problem was is forgotten: a problem's tests run unconfined, and no file of somebody
    else's shall say whose run here.

    Args:
        store: where to.
        content: the file's.
        origin: named in what is raised.

    Raises:
        WrongUseError: the file is not an export, of a newer format, or inconsistent.
        RefusedError: the sitting is here already, or its folder has another that runs.
    """
    file = _parsed(content, origin)
    sources = {name: _read(source, origin) for name, source in file.sources.items()}
    for name, source in sources.items():
        if source_hash(source) != name:
            raise WrongUseError(f"{origin}: a text in it is not the one its hash names.")
    if missing := _names(file.events) - set(sources):
        raise WrongUseError(f"{origin}: {len(missing)} texts that its events name are missing.")
    try:
        state = fold(file.events)
    except ImpossibleEventError as error:
        raise WrongUseError(f"{origin}: its events cannot have happened: {error}") from None
    started = state.started.model_copy(update={"problem_folder": ""})
    store.take_in([started, *file.events[1:]], sources, standing(state))
    return started.session


def _parsed(content: bytes, origin: Path) -> SittingFile:
    try:
        facts = json.loads(content)
    except (ValueError, RecursionError):  # the latter: brackets in brackets, thousands deep
        facts = None
    if not isinstance(facts, dict) or facts.get("kind") != KIND:
        raise WrongUseError(f"{origin}: not a sitting that `harness export` wrote.")
    written = facts.get("format")
    if isinstance(written, int) and written > FORMAT:
        raise WrongUseError(
            f"{origin}: of format {written}, and this harness reads format {FORMAT}; "
            "upgrade with `pip install -U progressive-harness`."
        )
    try:
        file = SittingFile.model_validate(facts)
    except ValidationError as error:
        finding = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in finding["loc"])
        raise WrongUseError(f"{origin}: `{place}`: {finding['msg']}.") from None
    if not file.events or not isinstance(file.events[0], Started):
        raise WrongUseError(f"{origin}: its events do not begin with a start.")
    return file


def _names(events: list[Event] | tuple[Event, ...]) -> set[str]:
    named = (Submitted, OvertimeSubmitted, Kept)
    return {event.source_hash for event in events if isinstance(event, named)}


def _written(source: bytes) -> Source:
    try:
        return Source(encoding="utf-8", content=source.decode())
    except UnicodeDecodeError:
        return Source(encoding="base64", content=b64encode(source).decode())


def _read(source: Source, origin: Path) -> bytes:
    try:
        if source.encoding == "base64":
            return b64decode(source.content, validate=True)
        return source.content.encode()
    except ValueError:
        raise WrongUseError(f"{origin}: a text in it cannot be decoded.") from None
