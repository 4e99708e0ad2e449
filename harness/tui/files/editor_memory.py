"""EditorMemory: cursor and undo of one sitting's editor, kept beside the store over a restart.

What is kept is a convenience: a file that is missing, too old or damaged loses the history of
typing, never the text, which is in ``solution.py``.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.widgets.text_area import Selection

Location = tuple[int, int]
Batch = list[Edit]

MOST_BYTES = 512 * 1024
"""The oldest steps are forgotten beyond this."""


@dataclass(frozen=True)
class Memory:
    """What an editor needs to go on as if it had never been closed."""

    text: str
    selection: Selection
    scroll: int
    undo: list[Batch]
    redo: list[Batch]


class EditorMemory:
    """One file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def recall(self) -> Memory | None:
        """Return what was kept, or None where it is missing or damaged in whatever way."""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return Memory(
                text=_text(kept["text"]),
                selection=_selection(kept["selection"]),
                scroll=int(kept["scroll"]),
                undo=[[_edit(edit) for edit in batch] for batch in kept["undo"]],
                redo=[[_edit(edit) for edit in batch] for batch in kept["redo"]],
            )
        except (OSError, ValueError, LookupError, TypeError, OverflowError, RecursionError):
            return None

    def keep(self, memory: Memory) -> None:
        """Write it in one step; a disk that refuses costs the history, not the sitting."""
        undo, redo = _within_bounds(memory)
        content = json.dumps(
            {
                "text": memory.text,
                "selection": list(memory.selection),
                "scroll": memory.scroll,
                "undo": undo,
                "redo": redo,
            }
        )
        temporary = self._file.with_suffix(f".{os.getpid()}.tmp")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(content, encoding="utf-8")
            temporary.replace(self._file)


def _within_bounds(memory: Memory) -> tuple[list[object], list[object]]:
    """Return the newest steps that fit, the next undo first of all."""
    room = MOST_BYTES
    kept: tuple[list[object], list[object]] = ([], [])
    for place, stack in enumerate((memory.undo, memory.redo)):
        for batch in reversed(stack):
            plain = [_plain(edit) for edit in batch if edit._edit_result is not None]
            room -= len(json.dumps(plain))
            if room < 0:
                return kept
            kept[place].insert(0, plain)
    return kept


def _plain(edit: Edit) -> list[object]:
    result = edit._edit_result
    assert result is not None
    before, after = edit._original_selection, edit._updated_selection
    return [
        edit.text,
        edit.from_location,
        edit.to_location,
        result.end_location,
        result.replaced_text,
        None if before is None else list(before),
        None if after is None else list(after),
    ]


def _edit(plain: list[object]) -> Edit:
    text, start, end, new_end, replaced, before, after = plain
    edit = Edit(_text(text), _location(start), _location(end), False)
    edit._edit_result = EditResult(_location(new_end), _text(replaced))
    edit._original_selection = None if before is None else _selection(before)
    edit._updated_selection = None if after is None else _selection(after)
    return edit


def _text(plain: object) -> str:
    if not isinstance(plain, str):
        raise TypeError(plain)
    return plain


def _selection(plain: object) -> Selection:
    if not isinstance(plain, list):
        raise TypeError(plain)
    return Selection(_location(plain[0]), _location(plain[1]))


def _location(plain: object) -> Location:
    if not isinstance(plain, list) or not all(isinstance(each, int) for each in plain):
        raise TypeError(plain)
    row, column = plain
    return row, column
