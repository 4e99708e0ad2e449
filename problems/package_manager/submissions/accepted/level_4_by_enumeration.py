"""Another design of level 4: an immutable world, walks with a stack, every combination tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import total_ordering
from itertools import product, zip_longest


@total_ordering
class Version:
    """A version that remembers how it was written."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._numbers = [int(part) for part in text.split(".")]

    def _signs(self, other: Version) -> Iterator[int]:
        for mine, theirs in zip_longest(self._numbers, other._numbers, fillvalue=0):
            yield mine - theirs

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and not any(self._signs(other))

    def __lt__(self, other: Version) -> bool:
        return next((sign < 0 for sign in self._signs(other) if sign), False)

    def meets(self, bound: str) -> bool:
        """Tell whether this version meets one comparison, such as ``>=1.2``."""
        limit = Version(bound.lstrip("<=>"))
        allowed = bound[: -len(limit.text)]
        relation = "<" if self < limit else ">" if self > limit else "="
        return relation in allowed


def name_of(requirement: str) -> str:
    """Return the name that a requirement begins with."""
    return requirement.replace(">", "<").replace("=", "<").partition("<")[0]


def fits(version: Version, requirement: str) -> bool:
    """Tell whether a version meets all comparisons of a requirement."""
    bounds = requirement[len(name_of(requirement)) :]
    return all(version.meets(bound) for bound in bounds.split(",") if bound)


@dataclass(frozen=True)
class Release:
    """A version of a package, and what it needs."""

    name: str
    version: Version
    needs: tuple[str, ...]


@dataclass(frozen=True)
class World:
    """What is installed and what is requested: two lists, in order."""

    releases: tuple[Release, ...] = ()
    requests: tuple[str, ...] = ()

    def release(self, name: str) -> Release | None:
        """Return what is installed under a name."""
        return next((one for one in self.releases if one.name == name), None)

    def request(self, name: str) -> str | None:
        """Return what was asked for under a name."""
        return next((one for one in self.requests if name_of(one) == name), None)

    def needed(self, requests: tuple[str, ...]) -> set[str]:
        """Return the names that some requests need."""
        names = {name_of(request) for request in requests}
        while True:
            needs = {
                name_of(need) for one in self.releases if one.name in names for need in one.needs
            }
            if needs <= names:
                return names
            names |= needs

    def tidied(self) -> World:
        """Return this world without what no request needs."""
        needed = self.needed(self.requests)
        return replace(self, releases=tuple(one for one in self.releases if one.name in needed))


@dataclass
class Walk:
    """Requirements reached one after the other, and what was found on the way."""

    chosen: dict[str, Release]
    reached: list[Release] = field(default_factory=list)
    completed: list[Release] = field(default_factory=list)


class PackageManager:
    """Every change makes a new world; the old ones are the history."""

    def __init__(self) -> None:
        self._releases: list[Release] = []
        self._worlds = [World()]

    def register(
        self,
        name: str,
        dependencies: list[str] | None = None,
        version: str = "1",
    ) -> bool:
        """Make a version of a package known."""
        release = Release(name, Version(version), tuple(dependencies or ()))
        if any(one.name == name and one.version == release.version for one in self._releases):
            return False
        self._releases.append(release)
        return True

    def available(self, package: str, limit: int | None = None) -> list[str]:
        """List the versions that fit, the highest first."""
        return [release.version.text for release in self._candidates(package)[:limit]]

    def install(self, package: str) -> bool:
        """Install a package with what it needs."""
        world = self._worlds[-1]
        if world.request(name_of(package)) is not None:
            return False
        walk = Walk({release.name: release for release in world.releases})
        if not self._walk(walk, [package]):
            return False
        new = tuple(one for one in walk.completed if world.release(one.name) is None)
        return self._enter(World(world.releases + new, (*world.requests, package)))

    def remove(self, name: str) -> bool:
        """Take back a request."""
        world = self._worlds[-1]
        requests = tuple(one for one in world.requests if name_of(one) != name)
        if requests == world.requests:
            return False
        return self._enter(replace(world, requests=requests).tidied())

    def upgrade(self, name: str) -> bool:
        """Raise the version of a package."""
        world = self._worlds[-1]
        installed = world.release(name)
        if installed is None:
            return False
        bounds = [one for other in world.releases if other.name != name for one in other.needs]
        bounds = [one for one in [*bounds, *world.requests] if name_of(one) == name]
        release = next(
            one
            for one in self._candidates(name)
            if all(fits(one.version, bound) for bound in bounds)
        )
        walk = Walk({one.name: one for one in world.releases} | {name: release})
        if release == installed or not self._walk(walk, list(release.needs)):
            return False
        kept = tuple(release if one.name == name else one for one in world.releases)
        new = tuple(one for one in walk.completed if world.release(one.name) is None)
        return self._enter(World(kept + new, world.requests).tidied())

    def installed(self) -> list[str]:
        """List the installed names in the order of installing."""
        return [release.name for release in self._worlds[-1].releases]

    def version(self, name: str) -> str | None:
        """Return the installed version of a package."""
        release = self._worlds[-1].release(name)
        return None if release is None else release.version.text

    def why(self, name: str) -> list[str]:
        """List the requests that need a package."""
        world = self._worlds[-1]
        if world.release(name) is None:
            return []
        return sorted(name_of(one) for one in world.requests if name in world.needed((one,)))

    def install_all(self, packages: list[str]) -> bool:
        """Replace what is installed by the best consistent set."""
        requests = self._joined(packages)
        best = self._best(requests)
        if best is None:
            return False
        names = [release.name for release in self._worlds[-1].releases]
        places = {name: place for place, name in enumerate(names)}
        order = sorted(best.completed, key=lambda one: places.get(one.name, len(places)))
        return self._enter(World(tuple(order), tuple(requests)))

    def explain(self, packages: list[str]) -> list[str]:
        """List requirements that stand in each other's way."""
        requests = self._joined(packages)
        if self._best(requests) is not None:
            return []
        place = 0
        while place < len(requests):
            fewer = requests[:place] + requests[place + 1 :]
            if self._best(fewer) is None:
                requests = fewer
            else:
                place += 1
        return requests

    def rollback(self, steps: int = 1) -> bool:
        """Return to an earlier world."""
        if steps < 1 or steps >= len(self._worlds):
            return False
        self._worlds = self._worlds[:-steps]
        return True

    def _enter(self, world: World) -> bool:
        self._worlds.append(world)
        return True

    def _candidates(self, requirement: str) -> list[Release]:
        name = name_of(requirement)
        found = [one for one in self._releases if one.name == name]
        found = [one for one in found if fits(one.version, requirement)]
        return sorted(found, key=lambda one: one.version, reverse=True)

    def _walk(self, walk: Walk, requirements: list[str]) -> bool:
        """Reach requirements, choosing what is not chosen; False when one is not met."""
        stack: list[str | Release] = list(reversed(requirements))
        while stack:
            item = stack.pop()
            if isinstance(item, Release):
                walk.completed.append(item)
                continue
            release = walk.chosen.get(name_of(item))
            if release is None:
                release = next(iter(self._candidates(item)), None)
            if release is None or not fits(release.version, item):
                return False
            if release not in walk.reached:
                walk.chosen[release.name] = release
                walk.reached.append(release)
                stack += [release, *reversed(release.needs)]
        return True

    def _joined(self, packages: list[str]) -> list[str]:
        requests = list(self._worlds[-1].requests)
        for package in packages:
            names = [name_of(request) for request in requests]
            if name_of(package) in names:
                requests[names.index(name_of(package))] = package
            else:
                requests.append(package)
        return requests

    def _best(self, requests: list[str]) -> Walk | None:
        """Walk through every combination of versions and keep the best walk."""
        by_name: dict[str, list[Release]] = {}
        for release in self._releases:
            by_name.setdefault(release.name, []).append(release)
        best: Walk | None = None
        for combination in product(*by_name.values()):
            walk = Walk({release.name: release for release in combination})
            if self._walk(walk, requests) and (best is None or _better(walk, best)):
                best = walk
        return best


def _better(walk: Walk, other: Walk) -> bool:
    for mine, theirs in zip(walk.reached, other.reached, strict=False):
        if mine != theirs:
            return mine.version > theirs.version
    return False
