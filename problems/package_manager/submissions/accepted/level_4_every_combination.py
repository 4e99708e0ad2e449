"""A package manager that tries every combination of versions and keeps the best one.

The numbers of versions, multiplied, are promised to be small. So no search goes forward and
back: a walk tells whether a combination is consistent, and the versions in the order in which
it begins the packages tell which of two combinations is better.
"""

import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Rank = tuple[int, ...]


def rank(version: str) -> Rank:
    """Five numbers by which a version is compared; those that are missing are 0."""
    numbers = [int(number) for number in version.split(".")]
    return tuple(numbers + [0] * (5 - len(numbers)))


@dataclass(frozen=True)
class Requirement:
    """A requirement as it was written, and its package."""

    text: str
    name: str

    def fits(self, found: Rank) -> bool:
        """Whether a version meets every comparison."""
        for sign, version in re.findall(r"([<=>]+)([\d.]+)", self.text):
            bound = rank(version)
            if found == bound and "=" not in sign:
                return False
            if found < bound and "<" not in sign:
                return False
            if found > bound and ">" not in sign:
                return False
        return True


def required(text: str) -> Requirement:
    """Read a requirement."""
    return Requirement(text, re.split("[<=>]", text)[0])


@dataclass(frozen=True)
class Release:
    """A version of a package, and what it depends on."""

    name: str
    version: str
    needs: list[Requirement]

    @property
    def rank(self) -> Rank:
        """What the version is compared by."""
        return rank(self.version)


Releases = dict[str, Release]


class UnmetError(Exception):
    """A requirement that the picked version does not meet, or for which there is none."""


@dataclass
class Walk:
    """The releases that requirements lead to, in the order of beginning and of completing."""

    pick: Callable[[Requirement], Release | None]
    begun: Releases = field(default_factory=dict)
    completed: Releases = field(default_factory=dict)

    def through(self, wanted: Iterable[Requirement]) -> "Walk":
        """Go on through these requirements, or raise an UnmetError."""
        for requirement in wanted:
            release = self.begun.get(requirement.name) or self.pick(requirement)
            if release is None or not requirement.fits(release.rank):
                raise UnmetError(requirement)
            if release.name not in self.begun:
                self.begun[release.name] = release
                self.through(release.needs)
                self.completed[release.name] = release
        return self


class PackageManager:
    """Versions are registered; what is installed follows from what is requested."""

    def __init__(self) -> None:
        self._registry: dict[str, dict[Rank, Release]] = {}
        self._requests: dict[str, Requirement] = {}
        self._placed: Releases = {}
        self._before: list[tuple[dict[str, Requirement], Releases]] = []

    def register(
        self, name: str, dependencies: list[str] | None = None, version: str = "1"
    ) -> bool:
        """Make a version known; return False if it is known already."""
        releases = self._registry.setdefault(name, {})
        new = Release(name, version, [required(text) for text in dependencies or []])
        return releases.setdefault(new.rank, new) is new

    def install(self, package: str) -> bool:
        """Request a package without a search; return False if that cannot be."""
        requirement = required(package)
        if requirement.name in self._requests:
            return False
        return self._change({**self._requests, requirement.name: requirement}, self._placed)

    def remove(self, name: str) -> bool:
        """Take back a request; return False if there is none."""
        if name not in self._requests:
            return False
        others = {other: wish for other, wish in self._requests.items() if other != name}
        return self._change(others, self._placed)

    def upgrade(self, name: str) -> bool:
        """Take the highest version that everyone allows; return False if nothing changes."""
        if name not in self._placed:
            return False
        asked = list(self._requests.values())
        for release in self._placed.values():
            asked += release.needs if release.name != name else []
        bounds = [requirement for requirement in asked if requirement.name == name]
        found = next(r for r in self._descending(name) if all(b.fits(r.rank) for b in bounds))
        if found is self._placed[name]:
            return False
        return self._change(self._requests, {**self._placed, name: found})

    def install_all(self, packages: list[str]) -> bool:
        """Request all of these and install the best set; return False if there is none."""
        requests = self._with(packages)
        best = self._best(list(requests.values()))
        return best is not None and self._change(requests, best)

    def explain(self, packages: list[str]) -> list[str]:
        """List requirements that no combination meets, each of which is needed for that."""
        kept = list(self._with(packages).values())
        if self._best(kept) is not None:
            return []
        for requirement in list(kept):
            others = [other for other in kept if other is not requirement]
            if self._best(others) is None:
                kept = others
        return [requirement.text for requirement in kept]

    def rollback(self, steps: int = 1) -> bool:
        """Go back so many changes; return False if there are fewer."""
        if not 1 <= steps <= len(self._before):
            return False
        for _ in range(steps):
            self._requests, self._placed = self._before.pop()
        return True

    def installed(self) -> list[str]:
        """List the installed packages in their places."""
        return list(self._placed)

    def version(self, name: str) -> str | None:
        """Tell the installed version, or None."""
        return self._placed[name].version if name in self._placed else None

    def available(self, package: str, limit: int | None = None) -> list[str]:
        """List the versions that fit, the highest first."""
        requirement = required(package)
        releases = self._descending(requirement.name)
        return [each.version for each in releases if requirement.fits(each.rank)][:limit]

    def why(self, name: str) -> list[str]:
        """List the requests whose walk comes to the package, by name."""
        pick = self._picking_from(self._placed)
        walks = {key: Walk(pick).through([wish]) for key, wish in self._requests.items()}
        return sorted(key for key, walk in walks.items() if name in walk.begun)

    def _change(self, requests: dict[str, Requirement], preferred: Releases) -> bool:
        """Let these be the requests, if they can be met with the preferred releases."""
        try:
            walk = Walk(self._picking_from(preferred)).through(requests.values())
        except UnmetError:
            return False
        self._before.append((self._requests, self._placed))
        stay = {name: walk.begun[name] for name in self._placed if name in walk.begun}
        self._requests, self._placed = requests, {**stay, **walk.completed}
        return True

    def _best(self, wanted: list[Requirement]) -> Releases | None:
        """Return the best consistent set of all there are, None if there is none."""
        found = []
        for releases in itertools.product(*map(dict.values, self._registry.values())):
            chosen = {release.name: release for release in releases}
            try:
                walk = Walk(lambda requirement, among=chosen: among.get(requirement.name))
                found.append(walk.through(wanted).begun)
            except UnmetError:
                continue
        return max(found, key=lambda begun: [r.rank for r in begun.values()], default=None)

    def _picking_from(self, preferred: Releases) -> Callable[[Requirement], Release | None]:
        """Prefer these releases, and pick the highest that fits where there is none."""

        def pick(requirement: Requirement) -> Release | None:
            fitting = (r for r in self._descending(requirement.name) if requirement.fits(r.rank))
            return preferred.get(requirement.name) or next(fitting, None)

        return pick

    def _descending(self, name: str) -> list[Release]:
        """Return the registered releases of a package, the highest first."""
        return [release for _, release in sorted(self._registry.get(name, {}).items())][::-1]

    def _with(self, packages: list[str]) -> dict[str, Requirement]:
        """Return the requests, joined or replaced by these."""
        return self._requests | {new.name: new for new in map(required, packages)}
