"""Immutable pieces of text in a tree that is kept balanced by chance.

An edit makes a few new nodes and shares all others with the old tree, so undo
and redo only go back to a tree that is still there. Beside the trees, a log of
all edits tells late submissions where their places and characters are now.
"""

from collections.abc import Iterator
from typing import NamedTuple

PIECE = 4096  # no piece of text is longer
NEW_PIECE = 2048  # a new piece is not longer than this, and has room to grow


class Node(NamedTuple):
    """A piece of text between two trees, and the sums over all three."""

    left: "Node | None"
    text: str
    right: "Node | None"
    count: int
    length: int
    breaks: int


Pieces = Node | None


Edit = tuple[int, int, str]
Stretch = tuple[int, int]

OWNER = ""


class Step(NamedTuple):
    """The pieces on either side of a step, and the edits that lead to them."""

    undone: Pieces
    undoing: list[Edit]
    done: Pieces
    redoing: list[Edit]


def place_after(place: int, owner: str, edit: Edit, author: str) -> int:
    """Tell where a place of its owner is after an edit by the author."""
    start, end, text = edit
    if place < start or (place == start and owner < author):
        return place
    return max(place, end) - end + start + len(text)


def left_after(stretches: list[Stretch], edit: Edit) -> list[Stretch]:
    """Tell where the characters of the stretches are after an edit, if they still are."""
    start, end, text = edit
    shift = start + len(text) - end
    left: list[Stretch] = []
    for first, last in stretches:
        parts = (first, min(last, start)), (max(first, end) + shift, last + shift)
        for low, high in parts:
            if low >= high:
                continue
            if left and left[-1][1] == low:
                low = left.pop()[0]
            left.append((low, high))
    return left


def size(pieces: Pieces) -> int:
    """Count the characters of some pieces."""
    return pieces.length if pieces else 0


def all_breaks(pieces: Pieces) -> int:
    """Count the line breaks of some pieces."""
    return pieces.breaks if pieces else 0


def node(left: Pieces, text: str, right: Pieces, breaks: int) -> Node:
    """Put a piece of text with so many line breaks between two trees."""
    count, length = 1, len(text)
    if left:
        count += left.count
        length += left.length
        breaks += left.breaks
    if right:
        count += right.count
        length += right.length
        breaks += right.breaks
    return Node(left, text, right, count, length, breaks)


def own_breaks(tree: Node) -> int:
    """Count the line breaks in the text of the node itself."""
    return tree.breaks - all_breaks(tree.left) - all_breaks(tree.right)


def made_of(text: str) -> Pieces:
    """Make a balanced tree of a text."""
    if not text:
        return None
    middle = len(text) // NEW_PIECE // 2 * NEW_PIECE
    own = text[middle : middle + NEW_PIECE]
    left, right = made_of(text[:middle]), made_of(text[middle + NEW_PIECE :])
    return node(left, own, right, own.count("\n"))


def chances() -> Iterator[float]:
    """Go through numbers as if by chance; the same every time, as is the time that a run takes."""
    state = 1
    while True:
        state = state * 48_271 % 0x7FFF_FFFF
        yield state / 0x7FFF_FFFF


CHANCES = chances()


def join(left: Pieces, right: Pieces) -> Pieces:
    """Join two trees; each root comes out on top as likely as its tree is large."""
    if left is None or right is None:
        return left or right
    if next(CHANCES) * (left.count + right.count) < left.count:
        return node(left.left, left.text, join(left.right, right), own_breaks(left))
    return node(join(left, right.left), right.text, right.right, own_breaks(right))


def cut(pieces: Pieces, position: int) -> tuple[Pieces, Pieces]:
    """Part the pieces at a position into those before it and those after it."""
    if pieces is None:
        return None, None
    left, text, right = pieces[:3]
    inside = position - size(left)
    if inside <= 0:
        before, after = cut(left, position)
        return before, node(after, text, right, own_breaks(pieces))
    if inside >= len(text):
        before, after = cut(right, inside - len(text))
        return node(left, text, before, own_breaks(pieces)), after
    return join(left, made_of(text[:inside])), join(made_of(text[inside:]), right)


def replaced(pieces: Pieces, start: int, end: int, text: str) -> Pieces:
    """Put text in the place of a range."""
    if tree := within_a_piece(pieces, start, end, text):
        return tree
    before, rest = cut(pieces, start)
    _, after = cut(rest, end - start)
    return join(join(before, made_of(text)), after)


def within_a_piece(pieces: Pieces, start: int, end: int, text: str) -> Pieces:
    """Put text in the place of a range if one piece has the range, and room for the text."""
    if pieces is None:
        return None
    left, own, right = pieces[:3]
    low, high = size(left), size(left) + len(own)
    if start < low:
        tree = within_a_piece(left, start, end, text)
        return tree and node(tree, own, right, own_breaks(pieces))
    if end > high:
        tree = within_a_piece(right, start - high, end - high, text)
        return tree and node(left, own, tree, own_breaks(pieces))
    own = own[: start - low] + text + own[end - low :]
    return node(left, own, right, own.count("\n")) if 0 < len(own) <= PIECE else None


def texts(pieces: Pieces, start: int, end: int) -> Iterator[str]:
    """Go through a range, piece by piece."""
    if pieces is None or start >= pieces.length or end <= 0:
        return
    low, high = size(pieces.left), size(pieces.left) + len(pieces.text)
    yield from texts(pieces.left, start, end)
    yield pieces.text[max(0, start - low) : max(0, end - low)]
    yield from texts(pieces.right, start - high, end - high)


def breaks_before(pieces: Pieces, position: int) -> int:
    """Count the line breaks before a position."""
    found = 0
    while pieces:
        inside = position - size(pieces.left)
        if inside <= 0:
            pieces = pieces.left
            continue
        found += all_breaks(pieces.left)
        found += pieces.text.count("\n", 0, inside)
        position = inside - len(pieces.text)
        pieces = pieces.right if position > 0 else None
    return found


def break_position(pieces: Pieces, number: int) -> int:
    """Find the position of a line break, counted from 0; it has to exist."""
    start = 0
    while pieces:
        left_breaks = all_breaks(pieces.left)
        if number < left_breaks:
            pieces = pieces.left
            continue
        number -= left_breaks
        start += size(pieces.left)
        own = own_breaks(pieces)
        if number < own:
            after = pieces.text.split("\n", number + 1)[-1]
            return start + len(pieces.text) - len(after) - 1
        number -= own
        start += len(pieces.text)
        pieces = pieces.right
    raise IndexError(number)


class TextEditor:
    """A document that is typed into at a cursor."""

    def __init__(self) -> None:
        self._pieces: Pieces = None
        self._cursor = 0
        self._steps: list[Step] = []
        self._log: list[Edit] = []
        self._authors: list[str] = []  # of the edits in the log
        self._lengths = [0]  # of the document at every revision
        self._done = 0  # so many of the steps are done, the others are taken back

    def move(self, position: int) -> bool:
        """Put the cursor at a position; return False if there is no such position."""
        if not self._is_position(position):
            return False
        self._cursor = position
        return True

    def cursor(self) -> int:
        """Return the position of the cursor."""
        return self._cursor

    def insert(self, text: str) -> None:
        """Put text in at the cursor, which ends up after it."""
        self.apply([(self._cursor, self._cursor, text)])

    def delete(self, count: int) -> bool:
        """Take out characters before the cursor; return False if there are not so many."""
        return self.apply([(self._cursor - count, self._cursor, "")])

    def read(self, start: int = 0, end: int | None = None) -> str:
        """Return the text of a range, as far as the document reaches."""
        if end is None:
            end = size(self._pieces)
        return "".join(texts(self._pieces, start, end))

    def apply(self, edits: list[Edit]) -> bool:
        """Make edits one after the other as one step, or none of them if one is impossible."""
        length = size(self._pieces)
        for start, end, text in edits:
            if not 0 <= start <= end <= length:
                return False
            length += len(text) - (end - start)
        if edits:
            self._make(edits, OWNER)
            start, _, text = edits[-1]
            self._cursor = start + len(text)
        return True

    def undo(self) -> bool:
        """Take back the last step; return False if there is none."""
        if self._done == 0:
            return False
        self._done -= 1
        step = self._steps[self._done]
        self._go_to(step.undone, step.undoing)
        return True

    def redo(self) -> bool:
        """Make the step again that was taken back last; return False if there is none."""
        if self._done == len(self._steps):
            return False
        step = self._steps[self._done]
        self._done += 1
        self._go_to(step.done, step.redoing)
        return True

    def line(self, number: int) -> tuple[int, int] | None:
        """Return where a line starts and ends, or None if there is no such line."""
        breaks = all_breaks(self._pieces)
        if not 0 <= number <= breaks:
            return None
        end = break_position(self._pieces, number) if number < breaks else size(self._pieces)
        return self._line_start(number), end

    def locate(self, position: int) -> tuple[int, int] | None:
        """Return line and column of a position, or None if there is no such position."""
        if not self._is_position(position):
            return None
        number = breaks_before(self._pieces, position)
        return number, position - self._line_start(number)

    def find(self, text: str, start: int = 0, limit: int | None = None) -> list[int]:
        """List the first positions from start on at which the text begins."""
        found: list[int] = []
        if not text or limit == 0 or not self._is_position(start):
            return found
        window = ""
        for piece in texts(self._pieces, start, size(self._pieces)):
            window += piece
            at = window.find(text)
            while at >= 0:
                found.append(start + at)
                if len(found) == limit:
                    return found
                at = window.find(text, at + 1)
            # The last characters may begin a text that the next piece ends.
            done = max(0, len(window) - len(text) + 1)
            window = window[done:]
            start += done
        return found

    def submit(self, author: str, revision: int, edit: Edit) -> list[Edit] | None:
        """Make an author's edit of a revision; return the edits that are really made."""
        start, end, text = edit
        if not 0 <= revision <= len(self._log):
            return None
        if not 0 <= start <= end <= self._lengths[revision]:
            return None
        place, stretches = start, [(start, end)]
        for index in range(revision, len(self._log)):
            place = place_after(place, author, self._log[index], self._authors[index])
            stretches = left_after(stretches, self._log[index])
        made: list[Edit] = []
        if text:
            made.append((place, place, text))
            stretches = left_after(stretches, made[0])
        made += [(low, high, "") for low, high in reversed(stretches) if low < high]
        self._make(made, author)
        for one in made:
            self._cursor = place_after(self._cursor, OWNER, one, author)
        return made

    def changes(self, since: int = 0) -> list[Edit] | None:
        """List all edits since a revision, or return None if there is no such revision."""
        return self._log[since:] if 0 <= since <= len(self._log) else None

    def _line_start(self, number: int) -> int:
        return break_position(self._pieces, number - 1) + 1 if number else 0

    def _is_position(self, position: int) -> bool:
        return 0 <= position <= size(self._pieces)

    def _make(self, edits: list[Edit], author: str) -> None:
        """Make possible edits as one step, leaving out edits of nothing."""
        undone = self._pieces
        real = [edit for edit in edits if edit[0] < edit[1] or edit[2]]
        undoing: list[Edit] = []
        for start, end, text in real:
            undoing.append((start, start + len(text), self.read(start, end)))
            self._pieces = replaced(self._pieces, start, end, text)
        if real:
            self._record(real, author)
            del self._steps[self._done :]
            self._steps.append(Step(undone, undoing[::-1], self._pieces, real))
            self._done += 1

    def _go_to(self, pieces: Pieces, edits: list[Edit]) -> None:
        """Go to the known pieces that the owner's edits lead to."""
        self._pieces = pieces
        self._record(edits, OWNER)
        start, _, text = edits[-1]
        self._cursor = start + len(text)

    def _record(self, edits: list[Edit], author: str) -> None:
        for start, end, text in edits:
            self._log.append((start, end, text))
            self._authors.append(author)
            self._lengths.append(self._lengths[-1] - (end - start) + len(text))
