"""A package manager that swaps frozen states: no state is ever changed, a call makes the next.

Functions from state to state do the work; a call that is refused leaves the old one standing,
and going back is taking an older state again.
"""

import operator
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

COMPARISONS = {
    "==": operator.eq,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


def rank(version: str) -> tuple[int, ...]:
    """What a version is compared by; trailing zeros say nothing and are left out."""
    return tuple(int(number) for number in re.sub(r"(\.0)+$", "", version).split("."))


@dataclass(frozen=True)
class Requirement:
    """A name and the bounds on its version."""

    name: str
    bounds: tuple[tuple[str, tuple[int, ...]], ...]

    @classmethod
    def read(cls, text: str) -> "Requirement":
        """Take a well-formed requirement apart."""
        name, *parts = re.split(r"([<>=]=?)", text)
        signs, versions = parts[::2], parts[1::2]
        return cls(
            name,
            tuple((sign, rank(v.rstrip(","))) for sign, v in zip(signs, versions, strict=True)),
        )

    def admits(self, release: "Release") -> bool:
        """Whether a release of this package fits."""
        return all(COMPARISONS[sign](release.rank, bound) for sign, bound in self.bounds)


@dataclass(frozen=True)
class Release:
    """One registered version of a package."""

    written: str
    rank: tuple[int, ...]
    needs: tuple[Requirement, ...]


@dataclass(frozen=True)
class State:
    """All that is known at one moment."""

    known: Mapping[str, tuple[Release, ...]] = field(default_factory=dict)  # the highest first
    requests: Mapping[str, Requirement] = field(default_factory=dict)
    placed: Mapping[str, Release] = field(default_factory=dict)  # in the order of installing


class UnmetError(Exception):
    """A requirement that cannot be met."""


def meeting(now: State, requirements: tuple[Requirement, ...]) -> State:
    """The state with all that these requirements bring along, placed behind the rest."""
    reached = dict(now.placed)
    added: dict[str, Release] = {}

    def meet(requirement: Requirement) -> None:
        name = requirement.name
        if name in reached:
            if not requirement.admits(reached[name]):
                raise UnmetError(requirement)
            return
        release = next(filter(requirement.admits, now.known.get(name, ())), None)
        if release is None:
            raise UnmetError(requirement)
        reached[name] = release
        for need in release.needs:
            meet(need)
        added[name] = release

    for requirement in requirements:
        meet(requirement)
    return replace(now, placed={**now.placed, **added})


def swept(now: State) -> State:
    """The state without the packages that no request needs."""
    wanted: set[str] = set()
    waiting = list(now.requests)
    while waiting:
        name = waiting.pop()
        if name not in wanted:
            wanted.add(name)
            waiting += [need.name for need in now.placed[name].needs]
    return replace(now, placed={name: r for name, r in now.placed.items() if name in wanted})


class PackageManager:
    """Versions of packages are registered once, then requested, taken back and undone at will."""

    def __init__(self) -> None:
        self._state = State()
        self._before: list[State] = []  # the states that changes led away from

    def _change_to(self, then: State) -> None:
        self._before.append(self._state)
        self._state = then

    def register(
        self, name: str, dependencies: list[str] | None = None, version: str = "1"
    ) -> bool:
        """Make a version of a package known; return False if it is known already."""
        now = self._state
        needs = tuple(Requirement.read(text) for text in dependencies or ())
        release = Release(version, rank(version), needs)
        others = now.known.get(name, ())
        if any(other.rank == release.rank for other in others):
            return False
        releases = sorted((*others, release), key=lambda other: other.rank, reverse=True)
        self._state = replace(now, known={**now.known, name: tuple(releases)})
        return True

    def install(self, package: str) -> bool:
        """Request a package; return False if it is requested or something cannot be met."""
        now = self._state
        requirement = Requirement.read(package)
        if requirement.name in now.requests:
            return False
        try:
            then = meeting(now, (requirement,))
        except UnmetError:
            return False
        requests = {**now.requests, requirement.name: requirement}
        self._change_to(replace(then, requests=requests))
        return True

    def remove(self, name: str) -> bool:
        """Take back a request and sweep; return False if the package is not requested."""
        now = self._state
        if name not in now.requests:
            return False
        rest = {other: request for other, request in now.requests.items() if other != name}
        self._change_to(swept(replace(now, requests=rest)))
        return True

    def upgrade(self, name: str) -> bool:
        """Go to the highest version that all others allow; return False if there is no step."""
        now = self._state
        if name not in now.placed:
            return False
        bounds = [
            need
            for other, release in now.placed.items()
            for need in release.needs
            if need.name == name and other != name
        ]
        if name in now.requests:
            bounds.append(now.requests[name])
        best = next(r for r in now.known[name] if all(bound.admits(r) for bound in bounds))
        if best == now.placed[name]:
            return False
        try:
            then = meeting(replace(now, placed={**now.placed, name: best}), best.needs)
        except UnmetError:
            return False
        self._change_to(swept(then))
        return True

    def rollback(self, steps: int = 1) -> bool:
        """Undo the last changes; return False if there are not so many."""
        if not 1 <= steps <= len(self._before):
            return False
        self._state = replace(self._before[-steps], known=self._state.known)
        del self._before[-steps:]
        return True

    def installed(self) -> list[str]:
        """List the installed packages in the order of installing."""
        return list(self._state.placed)

    def version(self, name: str) -> str | None:
        """Tell the installed version as it was written, None if the package is not installed."""
        release = self._state.placed.get(name)
        return None if release is None else release.written

    def available(self, package: str, limit: int | None = None) -> list[str]:
        """List the registered versions that fit a requirement, the highest first."""
        requirement = Requirement.read(package)
        releases = self._state.known.get(requirement.name, ())
        return [release.written for release in releases if requirement.admits(release)][:limit]

    def why(self, name: str) -> list[str]:
        """List the requested packages that need an installed one, in ascending order."""
        now = self._state
        if name not in now.placed:
            return []
        needed_by: dict[str, list[str]] = {}
        for other, release in now.placed.items():
            for need in release.needs:
                needed_by.setdefault(need.name, []).append(other)
        needing: set[str] = set()
        waiting = [name]
        while waiting:
            other = waiting.pop()
            if other not in needing:
                needing.add(other)
                waiting += needed_by.get(other, [])
        return sorted(needing & now.requests.keys())
