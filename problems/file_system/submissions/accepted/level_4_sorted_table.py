"""Sorted table: one flat table of full places, beside it the places in sorted order.

A place is a tuple: the name of its tree, then the names from that tree's top
folder. So a folder and all that is below it stand next to each other in the
sorted order, and two bisections find where they begin and end. A row is a plain
value: changing a file means putting another row at its place. Links stand in a
table of their own, and mounting only notes which place is covered by which tree.
Every call first turns the path it was given into a place that the tables know.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import NamedTuple

Place = tuple[str, ...]

OWN_TREE = ""
TOP: Place = (OWN_TREE,)
ROOT = "root"
DEFAULT_MODE = "rwr-"
CYCLE = "cycle"
MISSING = "missing"


class Row(NamedTuple):
    """What the table holds for one place; the content of a folder is None."""

    content: str | None
    owner: str
    mode: str | None = None


def parse(path: str) -> tuple[str, ...]:
    """Split a written path into its names; slashes too many do not count."""
    return tuple(name for name in path.split("/") if name)


class FileSystem:
    """Trees of folders, files and links; every path starts at the top folder seen."""

    def __init__(self) -> None:
        """Start with the system's own tree and in it the top folder alone."""
        self._rows: dict[Place, Row] = {TOP: Row(None, ROOT)}
        self._targets: dict[Place, str] = {}
        self._order: list[Place] = [TOP]
        # Every mounted tree with the folder that it covers, looked up from both sides.
        self._tree_on: dict[Place, str] = {}
        self._folder_under: dict[str, Place] = {}

    def create(self, path: str, content: str | None = None, user: str = ROOT) -> bool:
        """Make a folder or, given a content, a file; False if that is not possible."""
        place = self._free_place(path, user)
        if place is None:
            return False
        self._rows[place] = Row(content, user)
        insort(self._order, place)
        return True

    def read(self, path: str, user: str = ROOT) -> str | None:
        """Return the content of a file, or None if there is none that the user may read."""
        place = self._resolved(path, user)
        if place is None or not self._has_right(place, user, "r"):
            return None
        return self._rows[place].content

    def write(self, path: str, content: str, user: str = ROOT) -> bool:
        """Replace the content of a file; False if that is not possible."""
        place = self._resolved(path, user)
        if place is None or self._is_folder(place) or not self._has_right(place, user, "w"):
            return False
        self._rows[place] = self._rows[place]._replace(content=content)
        return True

    def list_folder(self, path: str, user: str = ROOT) -> list[str] | None:
        """Return the names in a folder, in order, or None if the user may list no such folder."""
        place = self._resolved(path, user)
        if place is None or not self._is_folder(place) or not self._has_right(place, user, "r"):
            return None
        depth = len(place) + 1
        return [one[-1] for one in self._below(place) if len(one) == depth]

    def delete(self, path: str, user: str = ROOT) -> bool:
        """Remove a file, a link or an empty folder; False if that is not possible."""
        place = self._unfollowed(path, user)
        if place is None or not self._is_taken(place):
            return False
        if place in self._tree_on or self._below(place):
            return False
        if not self._has_right(place[:-1], user, "w"):
            return False
        self._rows.pop(place, None)
        self._targets.pop(place, None)
        del self._order[bisect_left(self._order, place)]
        return True

    def set_mode(self, path: str, mode: str | None, user: str = ROOT) -> bool:
        """Give a file or folder its own mode or, with None, take it; False if not possible."""
        place = self._resolved(path, user)
        if place is None or not self._owns(place, user):
            return False
        self._rows[place] = self._rows[place]._replace(mode=mode)
        return True

    def link(self, path: str, target: str, user: str = ROOT) -> bool:
        """Make a link to the target; False if that is not possible."""
        place = self._free_place(path, user)
        if place is None:
            return False
        self._targets[place] = target
        insort(self._order, place)
        return True

    def read_link(self, path: str, user: str = ROOT) -> str | None:
        """Return the target of a link as it was given, or None if there is no such link."""
        place = self._unfollowed(path, user)
        return None if place is None else self._targets.get(place)

    def resolve(self, path: str, user: str = ROOT) -> str | None:
        """Return the path without links of what the path leads to, or None if it is nothing."""
        place = self._resolved(path, user)
        return None if place is None else self._written(place)

    def broken_links(self, limit: int | None = None) -> list[tuple[str, str]]:
        """Return the path of every seen link that leads nowhere, with the reason, in order."""
        broken = []
        for place in filter(self._is_seen, self._targets):
            path = self._written(place)
            _, reason = self._trace(parse(path), ROOT)
            if reason is not None:
                broken.append((path, reason))
        return sorted(broken)[:limit]

    def mount(self, path: str, tree: str, user: str = ROOT) -> bool:
        """Let the tree be seen in place of a folder; False if that is not possible."""
        place = self._resolved(path, user)
        if place is None or not self._is_folder(place) or not self._owns(place, user):
            return False
        if tree in self._folder_under:
            return False
        top = (tree,)
        if top not in self._rows:
            self._rows[top] = Row(None, user)
            insort(self._order, top)
        self._tree_on[place] = tree
        self._folder_under[tree] = place
        return True

    def unmount(self, path: str, user: str = ROOT) -> bool:
        """Take a mounted tree away from its folder; False if that is not possible."""
        place = self._resolved(path, user)
        if place is None or len(place) > 1 or place == TOP or not self._owns(place, user):
            return False
        tree = place[0]
        if any(covered[0] == tree for covered in self._tree_on):
            return False
        del self._tree_on[self._folder_under.pop(tree)]
        return True

    def _mode(self, place: Place) -> str:
        """Return the mode of a file or folder: its own or the nearest one above in its tree."""
        for length in range(len(place), 0, -1):
            mode = self._rows[place[:length]].mode
            if mode is not None:
                return mode
        return DEFAULT_MODE

    def _owns(self, place: Place, user: str) -> bool:
        """Say whether the user has an owner's say over a file or folder."""
        return user in (self._rows[place].owner, ROOT)

    def _has_right(self, place: Place, user: str, right: str) -> bool:
        """Say whether the user has the right, `r` or `w`, on a file or folder."""
        if user == ROOT:
            return True
        mode = self._mode(place)
        return right in (mode[:2] if user == self._rows[place].owner else mode[2:])

    def _surface(self, place: Place) -> Place:
        """Return what is seen at a place: the top folder of the uppermost tree on it, or itself."""
        while place in self._tree_on:
            place = (self._tree_on[place],)
        return place

    def _is_seen(self, place: Place) -> bool:
        """Say whether nothing hides the link at this place."""
        while not any(place[:length] in self._tree_on for length in range(1, len(place))):
            tree = place[0]
            if tree == OWN_TREE:
                return True
            if tree not in self._folder_under:
                return False
            place = self._folder_under[tree]
        return False

    def _written(self, place: Place) -> str:
        """Write out the path, such as `/a/b`, at which a place is seen."""
        tree, *names = place
        while tree != OWN_TREE:
            tree, *names_before = self._folder_under[tree]
            names = names_before + names
        return "/" + "/".join(names)

    def _trace(self, names: tuple[str, ...], user: str) -> tuple[Place | None, str | None]:
        """Follow the names and every link they meet.

        Returns the place they lead to, or None and the reason why they lead nowhere.
        """
        place = top = self._surface(TOP)
        # What is being followed, each with the names still to come: first the
        # names given, under the key TOP, which is never a link; then link by link.
        following: dict[Place, Iterator[str]] = {TOP: iter(names)}
        while following:
            name = next(following[next(reversed(following))], None)
            if name is None:
                following.popitem()
                continue
            if not self._is_folder(place) or not self._has_right(place, user, "r"):
                return None, MISSING
            place = (*place, name)
            if place in following:
                return None, CYCLE
            if not self._is_taken(place):
                return None, MISSING
            if place in self._targets:
                following[place] = iter(parse(self._targets[place]))
                place = top
            else:
                place = self._surface(place)
        return place, None

    def _resolved(self, path: str, user: str) -> Place | None:
        """Return the place of the file or folder that the user reaches by the path."""
        return self._trace(parse(path), user)[0]

    def _unfollowed(self, path: str, user: str) -> Place | None:
        """Return the place that the path names, a link at its end not followed.

        Something may be there or not. None if no folder that the user may read
        holds the place, as nothing holds the top folder.
        """
        names = parse(path)
        if not names:
            return None
        folder, _ = self._trace(names[:-1], user)
        if folder is None or not self._is_folder(folder) or not self._has_right(folder, user, "r"):
            return None
        return (*folder, names[-1])

    def _free_place(self, path: str, user: str) -> Place | None:
        """Return the place at which the user may make something new by this path."""
        place = self._unfollowed(path, user)
        if place is None or self._is_taken(place) or not self._has_right(place[:-1], user, "w"):
            return None
        return place

    def _is_taken(self, place: Place) -> bool:
        """Say whether a file, a folder or a link is at the place."""
        return place in self._rows or place in self._targets

    def _is_folder(self, place: Place) -> bool:
        """Say whether a folder is at the place."""
        row = self._rows.get(place)
        return row is not None and row.content is None

    def _below(self, place: Place) -> list[Place]:
        """Return all places below this one, in order; something must be at this one."""
        depth = len(place)
        start = bisect_left(self._order, place) + 1
        end = bisect_left(self._order, True, lo=start, key=lambda other: other[:depth] != place)
        return self._order[start:end]
