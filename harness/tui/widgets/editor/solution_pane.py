"""SolutionPane: the editor and ``solution.py`` on the disk, kept in step and never clobbered."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea

from harness.errors import HarnessError
from harness.tui.files.editor_memory import EditorMemory
from harness.tui.files.solution_file import (
    ChangedOutsideError,
    LeftCopy,
    SolutionFile,
    SolutionFileError,
)
from harness.tui.telling.next_step import Key
from harness.tui.widgets.editor.code_editor import CodeEditor
from harness.tui.widgets.editor.find_bar import FindBar
from harness.tui.widgets.editor.line_prompt import LinePrompt

_GONE_LOOKS = 2
"""Many editors delete and write anew: a file counts as gone when it is missing this often."""


class SolutionPane(Widget):
    """Saves what is typed here, loads what is saved elsewhere, and keeps both when both changed."""

    @dataclass
    class SavedOutside(Message):
        """Another editor saved the file and its text was loaded."""

    @dataclass
    class Standing(Message):
        """Something changed between editor and file; ``trouble`` is empty when all is well."""

        trouble: str
        conflict: bool = False

    def __init__(
        self,
        path: Path,
        *,
        memory: EditorMemory,
        elsewhere: Sequence[Path],
        hand_over: Callable[[bytes], None],
        stamp: Callable[[], str],
        poll_seconds: float,
        autosave_seconds: float,
        key: Key,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Create it.

        Args:
            path: the file.
            memory: where cursor and undo outlive this program.
            elsewhere: folders for what is typed should that of the file take nothing.
            hand_over: told each text before and after it is saved.
            stamp: gives the ``HHMMSS`` that names a copy.
            poll_seconds: how often the file is looked at.
            autosave_seconds: the pause in typing after which the text is saved.
            key: gives the key of a command, by its id.
            id: the widget's, named as Textual names it.
        """
        super().__init__(id=id)
        self.file = SolutionFile(path)
        self.editor = CodeEditor()
        self.conflict = False
        self.looks_on = False
        self.trouble = ""
        self._find = FindBar(self.editor, key)
        self._line_prompt = LinePrompt(self.editor, key)
        self._memory = memory
        self._elsewhere = elsewhere
        self._hand_over = hand_over
        self._stamp = stamp
        self._poll_seconds = poll_seconds
        self._autosave_seconds = autosave_seconds
        self._key = key
        self._autosave: Timer | None = None
        self._in_step = ""
        self._copied: tuple[str, Path] | None = None
        self._missing = 0

    def compose(self) -> ComposeResult:
        """Hold the editor; what it may ask is put under it once it does."""
        yield self.editor

    def on_mount(self) -> None:
        """Load the file and follow it from now on."""
        kept = self._memory.recall()
        if kept is not None:
            self.editor.go_on(kept)
        try:
            text = self.file.load()
        except SolutionFileError as error:
            self._stand(f"{error} {self._key('sitting.save')} writes it.")
        else:
            if kept is None:
                self.editor.load_text(text)
            elif kept.text != text:
                self.editor.take(text)  # saved elsewhere meanwhile: undo leads back
            self._in_step = self.editor.text
        self.set_interval(self._poll_seconds, self.look)

    def on_unmount(self) -> None:
        """Save the last second of typing, however the app came to its end."""
        if self.looks_on:
            return
        with suppress(SolutionFileError):
            self.save_at_any_price()
        self._memory.keep(self.editor.remember())

    def look_on(self, only: bool) -> None:
        """Show the file and touch nothing, as long as another window has it; or type again."""
        self.looks_on = only
        self.editor.read_only = only
        if only and self.conflict:  # what was typed is a copy by now
            with suppress(SolutionFileError):
                self._take_disk()
            self._settled()
        if not only:  # what the other window saved last is no save of the person's editor
            with suppress(SolutionFileError):
                if self.file.changed_outside():
                    self._take_disk()

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not on the disk."""
        return self.editor.text != self._in_step

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Save after a pause in typing; every key starts the pause anew."""
        event.stop()
        self._await_pause()

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Remember where the cursor is after a pause too."""
        event.stop()
        self._await_pause()

    @on(CodeEditor.Asked)
    async def answer_editor(self, message: CodeEditor.Asked) -> None:
        """Open what the editor asked for."""
        message.stop()
        wanted = self._line_prompt if message.what == "line" else self._find
        if not wanted.is_attached:
            await self.mount(wanted)
        if message.what == "line":
            self._line_prompt.open()
        elif message.what == "find" or not self._find.wanted:
            self._find.open()
        else:
            self._find.action_seek(1 if message.what == "next" else -1)

    def _await_pause(self) -> None:
        if self._autosave is None:
            self._autosave = self.set_timer(self._autosave_seconds, self._pause_in_typing)
        else:
            self._autosave.reset()

    def look(self) -> None:
        """Look whether another program saved the file."""
        if self.conflict:
            return
        try:
            changed = self.file.changed_outside()
        except SolutionFileError as error:
            self._missing += 1
            if self._missing >= _GONE_LOOKS:
                self._stand(f"{error} {self._still_here} writes it again.")
            return
        self._missing = 0
        if not changed:
            if self.trouble and not self.unsaved:
                self._stand("")
        elif self.unsaved:
            self._both_changed()
        else:
            self._take_disk()
            self.post_message(self.SavedOutside())

    def save(self) -> bool:
        """Write what is typed; nothing is written while both sides differ.

        Returns:
            whether the disk now holds what is shown.
        """
        if self.conflict or self.looks_on:
            return False
        text = self.editor.text
        try:
            if self.unsaved or not self.file.path.is_file():
                self._write(text)
        except ChangedOutsideError:
            self._both_changed()
            return False
        except SolutionFileError as error:
            self._stand(f"{error} {self._still_here} tries again.")
            return False
        self._in_step = text
        self._missing = 0
        self._stand("")
        return True

    def keep_mine(self) -> Path:
        """Settle a conflict: what is typed becomes the file, the disk's text a copy.

        Returns:
            the copy of theirs.

        Raises:
            SolutionFileError: the disk refused; both are as they were.
        """
        self.file.load()
        assert self.file.text is not None
        copy = self.file.copy_beside(self.file.text, "theirs", self._stamp())
        text = self.editor.text
        self._write(text)
        self._in_step = text
        self._settled()
        return copy

    def take_theirs(self) -> Path:
        """Settle a conflict: the disk's text is loaded, what was typed becomes a copy.

        Returns:
            the copy of mine.

        Raises:
            SolutionFileError: the disk refused; both are as they were.
        """
        copy = self.file.copy_beside(self.editor.text, "mine", self._stamp())
        self._take_disk()
        self._settled()
        return copy

    def copy_left(self) -> LeftCopy | None:
        """Find what was typed last in this sitting and could be kept in another folder only."""
        return self.file.copy_left(self._elsewhere)

    def take_copy(self, copy: LeftCopy) -> Path:
        """Load such a copy and save it; undo leads back.

        Returns:
            the copy of what it replaced.

        Raises:
            SolutionFileError: the disk refused; it is typed here, and not in the file.
        """
        self.editor.take(copy.text)
        return self.keep_mine()

    def take_restored(self) -> None:
        """Load what the sitting has just put into the file; undo leads back.

        Raises:
            SolutionFileError: it cannot be read.
        """
        self._take_disk()

    def save_at_any_price(self) -> Path | None:
        """Save before the text leaves the screen; in a copy, if need be in another folder.

        Returns:
            the copy that was needed, or None.

        Raises:
            SolutionFileError: no disk takes anything at all.
        """
        text = self.editor.text
        never_loaded = self.file.text is None and not text
        untouched = self.looks_on or (not self.unsaved and self.file.path.is_file())
        if never_loaded or untouched or self.save():
            return None
        if self._copied is None or self._copied[0] != text or not self._copied[1].is_file():
            try:
                copy = self.file.copy_beside(text, "mine", self._stamp())
            except SolutionFileError:
                copy = self.file.copy_elsewhere(text, self._stamp(), self._elsewhere)
            self._copied = text, copy
        return self._copied[1]

    def let_go(self) -> None:
        """Let what is typed be replaced by what the file becomes: a copy keeps it."""
        self._in_step = self.editor.text

    @property
    def _still_here(self) -> str:
        return f"Your text is still here: {self._key('sitting.save')}"

    def _pause_in_typing(self) -> None:
        self._autosave = None
        if self.looks_on:
            return
        # A file that is gone is not brought back behind the back of whoever removed it.
        wanted = self.unsaved and self._missing < _GONE_LOOKS
        if wanted and not self.save() and not self.conflict:
            self._await_pause()  # there may be room by then
        self._memory.keep(self.editor.remember())

    def _write(self, text: str) -> None:
        """Write the file; should another window have the sitting by now, it is told whose it is."""
        with suppress(HarnessError):
            self._hand_over(text.encode("utf-8", "replace"))
        self.file.write(text)
        with suppress(HarnessError):
            self._hand_over(text.encode("utf-8", "replace"))

    def _take_disk(self) -> None:
        self.editor.take(self.file.load())
        self._in_step = self.editor.text
        self._stand("")

    def _both_changed(self) -> None:
        if self.file.load() == self.editor.text:
            self._in_step = self.editor.text
            return
        self.conflict = True
        see, theirs = self._key("sitting.difference"), self._key("sitting.take-theirs")
        self._stand(
            f"solution.py was saved outside while you typed: {see} shows the difference, "
            f"{theirs} takes theirs; a copy keeps the other."
        )

    def _settled(self) -> None:
        self.conflict = False
        self._stand("")

    def _stand(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.post_message(self.Standing(trouble, self.conflict))
