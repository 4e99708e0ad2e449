"""ReferenceScreen: the reference of a level beside one's own file, with the problem's remarks."""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Markdown, Static, Tab, Tabs

from harness.errors import HarnessError
from harness.review.reading import Counterpart, Lines, Reading, reading, spoiled_by_reading
from harness.session import Sitting, demand_unlocked
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.conventions.plain import plain, shortened
from harness.tui.kit import Kit
from harness.tui.screens.anywhere.dialogs import Notice, Question
from harness.tui.widgets.header_line import NARROW_OR_WIDE
from harness.tui.widgets.source_page import SourcePage

_TITLES = {"notes": "Remarks", "theirs": "Reference", "own": "Yours"}


class ReferenceScreen(Screen[None]):
    """Asks before it shows what would spoil the problem; the rules are those of the command."""

    CSS_PATH = "review.tcss"
    HORIZONTAL_BREAKPOINTS = NARROW_OR_WIDE
    HELP = (
        "The numbers choose the level. N goes through the parts of the reference and finds in "
        "your file what bears the same name; ▶ marks both."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.REFERENCE)

    @dataclass
    class Read(Message):
        """A level was read, or what kept it from being read."""

        reading: Reading | None = None
        error: Exception | None = None

    def __init__(self, sitting: Sitting, kit: Kit) -> None:
        super().__init__()
        self._sitting = sitting
        self._kit = kit
        self._confirmed: set[str] = set()
        """What reading would spoil, as far as the person said to read on."""
        self._reading: Reading | None = None
        self._part = -1
        self._front = "theirs"

    def compose(self) -> ComposeResult:
        """Put the title and the bar over the three panes."""
        yield Static(id="reference-title", markup=False)
        bar = Tabs(
            *(Tab(self._title(name), id=name) for name in _TITLES),
            active=self._front,
            id="reference-bar",
        )
        bar.can_focus = False
        yield bar
        with Container(id="reference-panes"):
            with VerticalScroll(id="notes"):
                yield Markdown(open_links=False)
            yield SourcePage(id="theirs")
            yield SourcePage(id="own")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin with the first level that was sat."""
        for pane in self.query("#reference-panes > *"):
            pane.border_title = self._title(pane.id or "")
        self.action_pane(self._front)
        self.query_one("#reference-title", Static).update(plain(self._sitting.problem.name))
        self.action_level(self._sitting.state.started.first_level)

    def action_pane(self, name: str) -> None:
        """Go to a pane; where there is room for one alone, it comes to the front."""
        self._front = name
        self.query_one(Tabs).active = name
        for pane in self.query("#reference-panes > *"):
            pane.set_class(pane.id == name, "-front")
        self.query_one(f"#{name}").focus()

    def action_level(self, level: int) -> None:
        """Read the reference of a level; ask before, where it would spoil something."""
        if level > len(self._sitting.problem.levels):
            return
        try:
            spoiled = spoiled_by_reading(self._sitting, level)
            demand_unlocked(self._kit.store, self._sitting.problem, level, self._kit.clock.read())
        except HarnessError as error:
            self._refuse(error)
            return
        if not spoiled or spoiled in self._confirmed:
            self._read(level)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._confirmed.add(spoiled)
                self._read(level)
            elif self._reading is None:
                self.dismiss(None)

        question = Question(f"Read the reference of level {level}?", f"{spoiled}.", yes="read it")
        self.app.push_screen(question, answered)

    def action_part(self, step: int) -> None:
        """Go to another part of the reference, and to what bears its name in one's own file."""
        if self._reading is None or not self._reading.parts:
            return
        parts = self._reading.parts
        begun = self._part >= 0
        self._part = (self._part + step if begun else min(step, 0)) % len(parts)
        self._show_part(self._reading, parts[self._part])

    @on(Tabs.TabActivated, "#reference-bar")
    def follow_click(self, event: Tabs.TabActivated) -> None:
        """Show the pane whose tab was clicked."""
        event.stop()
        # What a key has overtaken since is no click, and would take the person back.
        if event.tab.id and event.tabs.active == event.tab.id != self._front:
            self.action_pane(event.tab.id)

    @on(Read)
    async def show_read(self, message: Read) -> None:
        """Show a level, or say why not."""
        if message.reading is None:
            assert message.error is not None
            self._refuse(message.error)
            return
        self._reading = read = message.reading
        self._part = -1
        self._show_title(read)
        said = read.remarks or "The problem's page says nothing of this level."
        await self.query_one(Markdown).update(said)
        self.query_one("#notes").scroll_home(animate=False)
        self._show_part(read, None)

    def _title(self, pane: str) -> str:
        return f"{self._kit.key(f'reference.{pane}')} {_TITLES[pane]}"

    def _read(self, level: int) -> None:
        def work() -> None:
            try:
                read = reading(self._sitting, level)
            except Exception as error:  # whatever it is, it is told on the screen
                self.post_message(self.Read(error=error))
            else:
                self.post_message(self.Read(read))

        self.run_worker(work, thread=True, exclusive=True, exit_on_error=False)

    def _show_title(self, read: Reading, part: Counterpart | None = None) -> None:
        text = Text.assemble((plain(self._sitting.problem.name), "bold"))
        levels = len(self._sitting.problem.levels)
        text.append(f" · reference of level {read.level} of {levels}")
        yours = f"yours: submission {read.submission}"
        text.append(f" · {yours if read.submission is not None else 'you submitted none'}\n", "dim")
        if part is not None:
            where = f"your lines {_range(part.own)}" if part.own else "not in yours by that name"
            text.append(f"{shortened(part.name, 60)}: {where}")
        elif read.new_lines:
            text.append(f"+ new since level {read.level - 1} · N goes through the parts", "dim")
        else:
            text.append("N goes through the parts", "dim")
        self.query_one("#reference-title", Static).update(text)

    def _show_part(self, read: Reading, part: Counterpart | None) -> None:
        theirs, own = self.query_one("#theirs", SourcePage), self.query_one("#own", SourcePage)
        self._show_title(read, part)
        if part is None:
            theirs.show(read.reference, marked=frozenset(read.new_lines), mark="+")
            own.show(read.own, note="" if read.own else "You submitted nothing for this level.")
            return
        for pane, source, lines in (
            (theirs, read.reference, part.reference),
            (own, read.own, part.own),
        ):
            if lines is not None:
                pane.show(source, marked=range(lines.first, lines.last + 1))
                pane.go_to(lines.first)
            elif source:
                pane.show(source)

    def _refuse(self, error: Exception) -> None:
        """Say in one line why it cannot be read; with nothing else to read, go back."""

        def closed(_: None) -> None:
            if self._reading is None:
                self.dismiss(None)

        self.app.push_screen(Notice(error), closed)


def _range(lines: Lines) -> str:
    return f"{lines.first}-{lines.last}"
