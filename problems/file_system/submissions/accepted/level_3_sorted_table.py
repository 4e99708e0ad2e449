"""Sorted table: one flat table of full paths, beside it the paths in sorted order.

A path is a tuple of names, so a folder and all that is below it stand next to
each other in the sorted order, and two bisections find where they begin and end.
A row is a plain value: changing a file means putting another row at its path.
Links stand in a table of their own, and every call first turns the path it was
given into the true place, a path without links, that the tables know.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import NamedTuple

Path = tuple[str, ...]

TOP: Path = ()
ROOT = "root"
DEFAULT_MODE = "rwr-"
CYCLE = "cycle"
MISSING = "missing"


class Row(NamedTuple):
    """What the table holds for one path; the content of a folder is None."""

    content: str | None
    owner: str
    mode: str | None = None


def parse(path: str) -> Path:
    """Split a written path into its names; slashes too many do not count."""
    return tuple(name for name in path.split("/") if name)


def written(place: Path) -> str:
    """Write a path out from the top folder, such as `/a/b`."""
    return "/" + "/".join(place)


class FileSystem:
    """A tree of folders, files and links; every path starts at its top folder."""

    def __init__(self) -> None:
        """Start with the top folder alone."""
        self._rows: dict[Path, Row] = {TOP: Row(None, ROOT)}
        self._targets: dict[Path, str] = {}
        self._order: list[Path] = [TOP]

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
        if place is None or not self._is_taken(place) or self._below(place):
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
        if place is None or user not in (self._rows[place].owner, ROOT):
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
        return None if place is None else written(place)

    def broken_links(self, limit: int | None = None) -> list[tuple[str, str]]:
        """Return the path of every link that leads nowhere, with the reason, in order."""
        traced = ((written(place), self._trace(place, ROOT)[1]) for place in self._targets)
        return sorted((path, reason) for path, reason in traced if reason is not None)[:limit]

    def _mode(self, place: Path) -> str:
        """Return the mode of a file or folder: its own or the nearest one above."""
        for length in range(len(place), -1, -1):
            mode = self._rows[place[:length]].mode
            if mode is not None:
                return mode
        return DEFAULT_MODE

    def _has_right(self, place: Path, user: str, right: str) -> bool:
        """Say whether the user has the right, `r` or `w`, on a file or folder."""
        if user == ROOT:
            return True
        mode = self._mode(place)
        return right in (mode[:2] if user == self._rows[place].owner else mode[2:])

    def _trace(self, names: Path, user: str) -> tuple[Path | None, str | None]:
        """Follow the names and every link they meet.

        Returns the place they lead to, or None and the reason why they lead nowhere.
        """
        place = TOP
        # What is being followed, each with the names still to come: first the
        # names given, under the key TOP, which is never a link; then link by link.
        following: dict[Path, Iterator[str]] = {TOP: iter(names)}
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
                place = TOP
        return place, None

    def _resolved(self, path: str, user: str) -> Path | None:
        """Return the place of the file or folder that the user reaches by the path."""
        return self._trace(parse(path), user)[0]

    def _unfollowed(self, path: str, user: str) -> Path | None:
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

    def _free_place(self, path: str, user: str) -> Path | None:
        """Return the place at which the user may make something new by this path."""
        place = self._unfollowed(path, user)
        if place is None or self._is_taken(place) or not self._has_right(place[:-1], user, "w"):
            return None
        return place

    def _is_taken(self, place: Path) -> bool:
        """Say whether a file, a folder or a link is at the place."""
        return place in self._rows or place in self._targets

    def _is_folder(self, place: Path) -> bool:
        """Say whether a folder is at the place."""
        row = self._rows.get(place)
        return row is not None and row.content is None

    def _below(self, place: Path) -> list[Path]:
        """Return all places below this one, in order; something must be at this one."""
        depth = len(place)
        start = bisect_left(self._order, place) + 1
        end = bisect_left(self._order, True, lo=start, key=lambda other: other[:depth] != place)
        return self._order[start:end]
