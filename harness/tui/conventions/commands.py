"""The one table of what a person can do: keys, footer, palette and help are all made of it."""

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

_CAPS = {
    "escape": "Esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "underscore": "_",
    "slash": "/",
}


class Place(StrEnum):
    """Where a command applies, as help and settings name it."""

    EVERYWHERE = "everywhere"
    HOME = "home"
    SITTING = "a sitting"
    STATEMENT = "the statement"
    CODE = "the code"
    FIND = "finding"
    TESTS = "the tests"
    OWN_TESTS = "your own tests"
    RESULT = "a result"
    PROGRESS = "progress"
    REVIEW = "a review"
    EVIDENCE = "evidence"
    REFERENCE = "a reference"
    LINE = "going to a line"
    HELP = "the help"
    QUESTION = "a question"
    LOSS = "a loss"
    NOTICE = "a notice"
    START = "starting"
    DESIGN = "the questions before the code"
    HINTS = "hints"
    VERSIONS = "versions"
    DIFFERENCE = "a difference"
    COPY = "a copy left elsewhere"


@dataclass(frozen=True)
class Command:
    """One thing that can be done."""

    id: str
    """The name by which settings give it other keys."""
    name: str
    """A word or two, for footer and palette."""
    action: str
    """What Textual calls where the command applies."""
    keys: str
    """The keys it has unless settings say otherwise, split by commas."""
    help: str
    """What it does, in a line."""
    footer: bool = False
    first: bool = False
    """Whether the key works before whatever has the focus sees it: inside the editor too."""

    @property
    def binding(self) -> Binding:
        """The command as Textual binds it."""
        return Binding(
            self.keys,
            self.action,
            self.name,
            id=self.id,
            tooltip=self.help,
            show=self.footer,
            priority=self.first,
        )


def _in_sitting(id_: str, name: str, action: str, keys: str, help_: str) -> Command:
    """A command that every pane of a sitting obeys and the footer shows."""
    return Command(f"sitting.{id_}", name, action, keys, help_, footer=True, first=True)


def _quiet(id_: str, name: str, action: str, keys: str, help_: str) -> Command:
    """The same without a place in the footer, which 80 columns fill soon."""
    return Command(f"sitting.{id_}", name, action, keys, help_, first=True)


_EVERYWHERE = (
    Command("app.help", "Help", "help", "f1", "Show every key that works now", True, True),
    Command(
        "app.palette", "Commands", "command_palette", "ctrl+t", "Find a command by name", first=True
    ),
    Command("app.jump", "Jump", "jump", "ctrl+l", "Put a letter on every place to go", first=True),
    Command("app.theme", "Light or dark", "other_theme", "alt+t", "Change the theme for now"),
    Command("app.how-to-quit", "How to quit", "how_to_quit", "ctrl+c", "Say how to leave"),
)
_HOME = (
    Command("home.search", "Search", "search", "slash", "Search problems and results", True),
    Command("home.filter", "Filter", "filter", "f", "Show all, untried or unfinished ones", True),
    Command("home.review", "Review", "review", "v", "Review the sitting under the cursor", True),
    Command("home.progress", "Progress", "progress", "p", "See how you are getting on", True),
    Command("home.reload", "Reload", "reload", "r", "Read it all anew"),
    Command("home.quit", "Quit", "app.quit", "q", "Leave the harness", True),
)
_SITTING = (
    _in_sitting("statement", "Statement", "pane('statement')", "f2", "Go to the statement"),
    _in_sitting("code", "Code", "pane('code')", "f3", "Go to the code"),
    _in_sitting("tests", "Tests", "pane('tests')", "f4", "Go to the tests; Enter opens one"),
    _in_sitting(
        "run", "Run", "run", "f5,ctrl+r", "Save and run every test of the open levels: submit"
    ),
    _quiet("next-pane", "Next pane", "next_pane", "f6", "Go to the next pane"),
    # A conflict's banner names these two, and they work only while there is one.
    _quiet("difference", "Difference", "difference", "f7", "Both changed: see the difference"),
    _quiet("take-theirs", "Take theirs", "take_theirs", "f8", "Both changed: take theirs"),
    _in_sitting("pause", "Pause", "pause", "f9", "Stop the clock, or let it go on"),
    _in_sitting("finish", "Finish", "finish", "f10", "End the sitting and see the result"),
    _in_sitting("leave", "Home", "leave", "f12", "Go home; an exam's clock runs on"),
    _quiet("versions", "Versions", "versions", "alt+v", "Take back an earlier version of the code"),
    _quiet("take-over", "Take over", "take_over", "alt+o", "Type here; the other window looks on"),
    _quiet("save", "Save", "save", "ctrl+s", "Save without running"),
    _quiet("editor", "Your editor", "own_editor", "ctrl+o", "Open the code in your own editor"),
    _quiet("own-tests", "Your tests", "own_tests", "alt+m", "Save and run your own my_tests.py"),
    _quiet("hint", "Hint", "hint", "alt+h", "Show the next hint; it costs no points, is recorded"),
    _quiet("error-line", "To the error", "error_line", "alt+e", "Go to the line of the failure"),
    # Not first: dialogs and lists that are open have the first word on Escape.
    Command("sitting.back", "Back", "back", "escape", "Stop the run, or go back to the code"),
)
_STATEMENT = tuple(
    Command(
        f"statement.level-{number}",
        f"Level {number}",
        f"level({number})",
        str(number),
        f"Read level {number}",
    )
    for number in range(1, 10)
)
_CODE = (
    Command("editor.find", "Find", "find", "ctrl+f", "Find and replace"),
    Command("editor.next", "Next match", "next_match", "ctrl+n", "Go to the next match"),
    Command("editor.previous", "Match before", "previous_match", "alt+n", "Go to the match before"),
    Command("editor.line", "Go to line", "go_to_line", "ctrl+g", "Go to a line by its number"),
    Command(
        "editor.comment",
        "Comment",
        "toggle_comment",
        "ctrl+underscore,ctrl+slash",
        "Comment the selected lines, or uncomment them",
    ),
    Command("editor.undo", "Undo", "undo", "ctrl+z", "Undo the last step in the code"),
    Command("editor.redo", "Redo", "redo", "ctrl+y", "Do again what was undone there"),
    Command("editor.select-all", "Select all", "select_all", "alt+a", "Select the whole text"),
    Command("editor.paste", "Paste", "paste", "ctrl+v", "Paste what was copied here"),
    Command("editor.dedent", "Dedent", "dedent", "shift+tab", "Dedent the lines; Tab indents them"),
    Command("editor.top", "Top", "text_start", "ctrl+home", "Go to the first line"),
    Command("editor.end", "End", "text_end", "ctrl+end", "Go to the last line"),
)
_FIND = (
    Command("find.next", "Next", "seek(1)", "down", "Go to the next match; Enter does too"),
    Command("find.previous", "Before", "seek(-1)", "up", "Go to the match before"),
    Command("find.case", "Case", "other_case", "alt+c", "Tell capital letters apart, or not"),
    Command("find.all", "Replace all", "replace_all", "alt+a", "Replace every match"),
    Command("find.close", "Close", "close", "escape", "Go back to the code"),
)
_LINE = (Command("line.close", "Close", "close", "escape", "Go back to the code"),)
_TESTS = (Command("tests.line", "To the line", "to_line", "l", "Go to the line that failed"),)
_OWN_TESTS = (
    Command(
        "own-tests.run", "Run, stop", "run", "f5,ctrl+r,alt+m", "Run your tests, or stop them", True
    ),
    Command("own-tests.edit", "Edit", "edit", "e,ctrl+o", "Open them in your own editor", True),
    Command("own-tests.back", "Back", "back", "escape,f12", "Stop the run, or go back", True),
)
_RESULT = (
    Command("result.review", "Review", "review", "v", "See what to do better, with evidence", True),
    Command("result.overtime", "Overtime", "overtime", "o", "Go on; nothing scores any more", True),
    Command("result.home", "Home", "dismiss(None)", "escape,f12", "Go home", True),
)
_PROGRESS = (
    Command("progress.table", "Table", "other_view", "t", "Plots or a table of the same", True),
    Command("progress.home", "Home", "dismiss(None)", "escape,f12,q", "Go home", True),
)
_REVIEW = (
    Command("review.facts", "Timeline", "facts", "t", "Go to timeline and tables, or back", True),
    Command(
        "review.reference", "Reference", "reference", "r", "Read the reference beside yours", True
    ),
    Command(
        "review.judge",
        "Run more",
        "judge",
        "m",
        "Run your own tests on known mistakes; ask what an integrity review would ask",
        True,
    ),
    Command("review.back", "Back", "back", "escape,f12,q", "Go back", True),
)
_EVIDENCE = (
    Command("evidence.lines", "To the lines", "lines", "l", "Go to the lines it is about", True),
    Command("evidence.back", "Back", "back", "escape,f12,q", "Go back", True),
)
_REFERENCE = (
    Command("reference.notes", "Remarks", "pane('notes')", "f2", "Go to the remarks", True),
    Command("reference.theirs", "Reference", "pane('theirs')", "f3", "Go to the reference", True),
    Command("reference.own", "Yours", "pane('own')", "f4", "Go to your own file", True),
    Command("reference.next", "Next part", "part(1)", "n", "Find the next part in both", True),
    Command("reference.previous", "Part before", "part(-1)", "p", "Find the part before in both"),
    *(
        Command(
            f"reference.level-{number}",
            f"Level {number}",
            f"level({number})",
            str(number),
            f"Read level {number}",
        )
        for number in range(1, 10)
    ),
    Command("reference.back", "Back", "dismiss(None)", "escape,f12,q", "Go back", True),
)
_HELP = (Command("help.close", "Close", "dismiss(None)", "escape,enter,q", "Close the help"),)
_QUESTION = (
    Command("question.yes", "Yes", "answer(True)", "enter,y", "Do what is asked"),
    Command("question.no", "No", "answer(False)", "escape,n", "Do it not"),
)
# Enter, pressed by habit, must not be what loses a text.
_LOSS = (
    Command("loss.accept", "Lose it", "answer(True)", "l", "Go on, and lose what is named"),
    Command("loss.stay", "Stay", "answer(False)", "escape,enter,n", "Stay, and lose nothing"),
)
_NOTICE = (Command("notice.close", "Close", "dismiss(None)", "enter,escape", "Close the notice"),)
_START = (Command("start.back", "Back", "dismiss(None)", "escape", "Start nothing"),)
_DESIGN = (
    Command("design.skip", "Skip", "dismiss(None)", "escape", "Answer nothing, and begin"),
    Command("design.next", "Next question", "app.focus_next", "down", "Go to the next question"),
    Command(
        "design.previous",
        "Question before",
        "app.focus_previous",
        "up",
        "Go to the question before",
    ),
)
_HINTS = (
    Command("hints.next", "Next hint", "next", "enter", "Show the next hint; it is recorded"),
    Command("hints.close", "Close", "dismiss(None)", "escape", "Close the hints"),
)
_VERSIONS = (
    Command("versions.close", "Close", "dismiss(None)", "escape", "Leave the code as it is"),
)
_DIFFERENCE = (
    Command("difference.mine", "Keep mine", "dismiss('mine')", "m,f7", "Keep what is typed here"),
    Command(
        "difference.theirs",
        "Take theirs",
        "dismiss('theirs')",
        "t,f8",
        "Take what was saved outside",
    ),
    Command("difference.later", "Later", "dismiss(None)", "escape", "Decide later"),
)
# Not Enter, which whoever opens a sitting may still be pressing.
_COPY = (
    Command("copy.take", "Take it in", "dismiss(True)", "t", "Make the copy solution.py"),
    Command("copy.leave", "Leave it", "dismiss(False)", "escape", "Leave solution.py as it is"),
)

TABLE: dict[Place, tuple[Command, ...]] = {
    Place.EVERYWHERE: _EVERYWHERE,
    Place.HOME: _HOME,
    Place.SITTING: _SITTING,
    Place.STATEMENT: _STATEMENT,
    Place.CODE: _CODE,
    Place.FIND: _FIND,
    Place.TESTS: _TESTS,
    Place.OWN_TESTS: _OWN_TESTS,
    Place.RESULT: _RESULT,
    Place.PROGRESS: _PROGRESS,
    Place.REVIEW: _REVIEW,
    Place.EVIDENCE: _EVIDENCE,
    Place.REFERENCE: _REFERENCE,
    Place.LINE: _LINE,
    Place.HELP: _HELP,
    Place.QUESTION: _QUESTION,
    Place.LOSS: _LOSS,
    Place.NOTICE: _NOTICE,
    Place.START: _START,
    Place.DESIGN: _DESIGN,
    Place.HINTS: _HINTS,
    Place.VERSIONS: _VERSIONS,
    Place.DIFFERENCE: _DIFFERENCE,
    Place.COPY: _COPY,
}

COMMANDS: dict[str, Command] = {
    command.id: command for commands in TABLE.values() for command in commands
}
"""Every command by its id."""


def bindings_of(place: Place) -> list[BindingType]:
    """Return the bindings of all commands of a place."""
    return [command.binding for command in TABLE[place]]


def shown_key(key: str) -> str:
    """Return a key as it is printed on keyboards: ``F5``, ``Ctrl+R``."""
    return "+".join(_CAPS.get(part, part.capitalize()) for part in key.split("+"))
