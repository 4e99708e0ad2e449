"""How events, sittings and their holders stand in the rows of the file."""

import zlib
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from harness.session.events import EVENT, Event, Finished, Graded, Judged, OvertimeGraded, Started
from harness.session.store.guarded import StoreError

_COMPRESSED_FROM = 512  # bytes


@dataclass(frozen=True)
class Entry:
    """One sitting in the store: how it began and, once recorded, how it ended."""

    started: Started
    finished: Finished | None

    @property
    def session(self) -> str:
        """The sitting's id."""
        return self.started.session

    @property
    def folder(self) -> Path:
        """The person's folder."""
        return Path(self.started.folder)


@dataclass(frozen=True)
class Holder:
    """A window that types in a sitting, or did until its process ended."""

    token: str
    """Names the window among all that ever were."""
    who: str
    pid: int
    since: int
    """Milliseconds since the Unix epoch, UTC."""


def event_body(event: Event) -> str | bytes:
    """Write an event: as JSON, compressed where that is long."""
    text = _written(event)
    return zlib.compress(text.encode()) if len(text) >= _COMPRESSED_FROM else text


def read_event(body: str | bytes, file: Path) -> Event:
    """Read an event that ``event_body`` wrote.

    Args:
        body: as it is in the file.
        file: named in what is raised.

    Raises:
        StoreError: it is damaged, or a newer version of the harness wrote it.
    """
    try:
        return EVENT.validate_json(inflated(body, file) if isinstance(body, bytes) else body)
    except ValidationError:
        raise StoreError(
            f"{file}: holds an event that this version of the harness cannot read; "
            "a newer one wrote it: upgrade with `pip install -U progressive-harness`."
        ) from None


def inflated(body: bytes, file: Path) -> bytes:
    """Return what was compressed.

    Raises:
        StoreError: it is damaged.
    """
    try:
        return zlib.decompress(body)
    except zlib.error:
        raise StoreError(f"{file}: a part of it is damaged.") from None


def _written(event: Event) -> str:
    """The event as JSON; a report without its tests, which ``reports`` keeps."""
    if isinstance(event, Graded | OvertimeGraded):
        outcome = event.report.report.model_copy(update={"tests": ()})
        event = event.model_copy(update={"report": Judged(outcome)})
    return event.model_dump_json()
