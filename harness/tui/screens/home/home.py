"""Home: resume what is running, start a problem, look back."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from harness.errors import HarnessError
from harness.session import Phase, Sitting
from harness.tui.conventions.commands import Place, bindings_of
from harness.tui.going import ToProgress, ToResult, ToReview, ToSitting
from harness.tui.kit import Kit
from harness.tui.screens.anywhere.dialogs import Notice
from harness.tui.screens.home.rows import HomeRows, bare_rows, read_rows
from harness.tui.screens.home.search import Filter, chosen_of, sought
from harness.tui.screens.home.start import Start, StartScreen
from harness.tui.screens.home.text import faults_text, offer_row, past_row, running_row, welcome
from harness.tui.widgets.headed_list import HeadedList


class HomeScreen(Screen[None]):
    """One list of everything that can be opened; Enter opens it."""

    CSS_PATH = "home.tcss"
    HELP = (
        "Choose a problem with the arrow keys and press Enter. You then choose exam or practice "
        "and see where your files will be before any clock starts."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.HOME)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._rows = bare_rows(kit)
        self._filter = Filter.ALL
        self._touched = False

    def compose(self) -> ComposeResult:
        """Show the one line to read, the list and what is broken."""
        yield Static("Harness", id="home-title", markup=False)
        yield Static(welcome(self._kit.key), id="home-welcome", markup=False)
        yield Input(placeholder="search", id="home-search", compact=True)
        yield HeadedList(id="home-list", markup=False)
        yield Static(id="home-faults", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Paint what is known at once; the store is read right after."""
        self.query_one(Input).display = False
        self._show(self._rows)
        self.query_one(OptionList).focus()
        self.set_interval(1.0, self._tick)

    def on_screen_resume(self) -> None:
        """Read everything anew whenever the person comes back."""
        self._touched = False
        self.action_reload()

    def action_reload(self) -> None:
        """Read the store in a thread."""
        self.run_worker(self._read, thread=True, exclusive=True, exit_on_error=False)

    def action_search(self) -> None:
        """Show only what holds the words that are typed now."""
        search = self.query_one(Input)
        search.display = True
        search.focus()

    def action_filter(self) -> None:
        """Show all, or only what is left to do."""
        self._filter = self._filter.following
        self._show(self._rows)

    def action_progress(self) -> None:
        """See how the person is getting on."""
        self.post_message(ToProgress())

    def action_review(self) -> None:
        """Review the sitting under the cursor: a result, or the last one of a problem."""
        session = self._under_cursor()
        sitting = self._opened(session) if session else None
        if sitting is not None:
            sitting.close_if_overdue()
            self.post_message(ToReview(sitting))
        elif not session:
            self.notify("Choose a result, or a problem that you have sat.", title="Review")

    def on_key(self, event: events.Key) -> None:
        """Leave the search: Escape forgets it, Down keeps it."""
        search = self.query_one(Input)
        if self.focused is search and event.key in {"escape", "down", "enter"}:
            event.stop()
            if event.key == "escape":
                search.value = ""
            search.display = bool(search.value)
            self.query_one(OptionList).focus()

    def on_input_changed(self) -> None:
        """Show what matches, from the first on."""
        self._touched = False
        self._show(self._rows)

    def on_option_list_option_highlighted(self) -> None:
        """From the first own move on, the cursor stays where the person put it."""
        self._touched = self._touched or self.query_one(OptionList).highlighted != self._first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen."""
        kind, _, name = (event.option_id or "").partition(":")
        if kind == "resume":
            self._open(name)
        elif kind == "problem":
            problem = self._kit.catalog.problems[name]
            self.app.push_screen(StartScreen(problem, self._kit), self._start)
        elif kind == "past":
            self._look_back(name)

    def _under_cursor(self) -> str:
        """The sitting that a review of this row would be about; empty where there is none."""
        options = self.query_one(OptionList)
        at = options.highlighted
        row = options.get_option_at_index(at).id if at is not None else None
        kind, _, name = (row or "").partition(":")
        if kind == "problem":
            offer = next(each for each in self._rows.offers if each.problem.id == name)
            return offer.last.session if offer.last else ""
        return name

    def _read(self) -> None:
        try:
            rows = read_rows(self._kit)
        except HarnessError as error:
            self.app.call_from_thread(self.app.push_screen, Notice(error))
        else:
            self.app.call_from_thread(self._show, rows)

    def _show(self, rows: HomeRows) -> None:
        self._rows = rows
        options = self.query_one(OptionList)
        at = options.highlighted
        chosen = options.get_option_at_index(at).id if at is not None else None
        options.clear_options()
        options.add_options(
            self._options(chosen_of(rows, self.query_one(Input).value, self._filter))
        )
        known = {option.id: index for index, option in enumerate(options.options)}
        keep = known.get(chosen) if self._touched else None
        options.highlighted = self._first() if keep is None else keep
        faults = self.query_one("#home-faults", Static)
        faults.display = bool(rows.faults)
        faults.update(faults_text(rows.faults))

    def _options(self, rows: HomeRows) -> list[Option | None]:
        options: list[Option | None] = []
        for summary in rows.running:
            options.append(Option(running_row(summary), id=f"resume:{summary.session}"))
        if rows.running:
            options.append(None)
        options.append(Option(f"Problems{self._filter.value}", disabled=True))
        for offer in rows.offers:
            options.append(Option(offer_row(offer), id=f"problem:{offer.problem.id}"))
        if rows.history:
            options.extend((None, Option("Last results", disabled=True)))
        for past in rows.history:
            options.append(Option(past_row(past, self._kit), id=f"past:{past.session}"))
        return options

    def _first(self) -> int | None:
        """The first row that is searched for: what is running is shown in any case."""
        words = self.query_one(Input).value
        beside = {f"resume:{e.session}" for e in self._rows.running if not sought(e, words)}
        options = enumerate(self.query_one(OptionList).options)
        rows = [(option.id in beside, n) for n, option in options if not option.disabled]
        return min(rows)[1] if rows else None

    def _tick(self) -> None:
        """Let the clocks of running sittings run."""
        if not self._rows.running or self.app.screen is not self:
            return
        options = self.query_one(OptionList)
        boot = self._kit.clock.read().boot  # the wall clock may have been set
        for summary in self._rows.running:
            if summary.phase is Phase.PAUSED:
                continue
            now = boot + self._rows.ahead[summary.session]
            seconds = max(0, -(-(summary.deadline - now) // 1000))
            if seconds == 0:
                self.action_reload()
                return
            fresh = summary.model_copy(update={"seconds_left": seconds})
            options.replace_option_prompt(f"resume:{summary.session}", running_row(fresh))

    def _start(self, start: Start | None) -> None:
        if start is None:
            return
        kit = self._kit
        try:
            sitting = Sitting.start(
                kit.store,
                start.problem,
                start.mode,
                start.folder,
                level=start.level,
                clock=kit.clock,
            )
        except HarnessError as error:
            self.app.push_screen(Notice(error))
        else:
            self.post_message(ToSitting(sitting, new=True))

    def _open(self, session: str) -> None:
        sitting = self._opened(session)
        if sitting is not None:
            sitting.close_if_overdue()
            over = sitting.state.end is not None
            self.post_message(ToResult(sitting) if over else ToSitting(sitting))

    def _look_back(self, session: str) -> None:
        sitting = self._opened(session)
        if sitting is not None:
            self.post_message(ToResult(sitting))

    def _opened(self, session: str) -> Sitting | None:
        try:
            return Sitting.open(self._kit.store, session, self._kit.catalog, clock=self._kit.clock)
        except HarnessError as error:
            self.app.push_screen(Notice(error))
            return None
