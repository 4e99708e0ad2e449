"""A package manager: versions of packages, what agrees with what, and the way back."""

import operator
import re
from collections.abc import Callable
from typing import NamedTuple

Number = tuple[int, ...]

COMPARE: dict[str, Callable[[Number, Number], bool]] = {
    "==": operator.eq,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


def number(version: str) -> Number:
    """Return a version as integers to compare, without the zeros at its end."""
    parts = [int(part) for part in version.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


class Requirement(NamedTuple):
    """A package by name, and the bounds that its version must keep."""

    name: str
    bounds: list[tuple[str, Number]]
    text: str

    @classmethod
    def parse(cls, text: str) -> "Requirement":
        """Read a name followed by comparisons, such as ``ssl>=1.2,<2``."""
        name = re.split("[<=>]", text)[0]
        comparisons = re.findall(r"([<=>]+)([\d.]+)", text)
        return cls(name, [(sign, number(version)) for sign, version in comparisons], text)

    def accepts(self, package: "Package") -> bool:
        """Tell whether the version of a package keeps the bounds."""
        return all(COMPARE[sign](number(package.version), bound) for sign, bound in self.bounds)


class Package(NamedTuple):
    """One version of something that can be installed, and what it requires."""

    name: str
    dependencies: list[Requirement]
    version: str


Packages = dict[str, Package]


class State(NamedTuple):
    """What is installed and what was asked for, at one moment."""

    installed: Packages
    requests: dict[str, Requirement]


class PackageManager:
    """Packages are registered once, then requested and given up at will.

    What is installed follows from the requests: what was asked for, and all that it needs.
    """

    def __init__(self) -> None:
        self._registry: dict[str, dict[Number, Package]] = {}
        self._installed: Packages = {}  # in the order of installing
        self._requests: dict[str, Requirement] = {}  # what was asked for, by name
        self._history: list[State] = []  # what was before each change

    def register(
        self,
        name: str,
        dependencies: list[str] | None = None,
        version: str = "1",
    ) -> bool:
        """Make a version of a package known; return False if it is known already."""
        versions = self._registry.setdefault(name, {})
        if number(version) in versions:
            return False
        requirements = [Requirement.parse(text) for text in dependencies or []]
        versions[number(version)] = Package(name, requirements, version)
        return True

    def available(self, package: str, limit: int | None = None) -> list[str]:
        """List the known versions that fit a requirement, the highest first."""
        requirement = Requirement.parse(package)
        fitting = self._fitting(requirement.name, [requirement])
        return [found.version for found in fitting][:limit]

    def install(self, package: str) -> bool:
        """Install a package with all that it needs; return False if that cannot be done."""
        requirement = Requirement.parse(package)
        if requirement.name in self._requests:
            return False
        return self._settle(self._requests | {requirement.name: requirement}, self._installed)

    def remove(self, name: str) -> bool:
        """Give up a request; return False if there is none."""
        if name not in self._requests:
            return False
        others = {key: wanted for key, wanted in self._requests.items() if key != name}
        return self._settle(others, self._installed)

    def upgrade(self, name: str) -> bool:
        """Move a package to the highest version that fits; return False if it stays."""
        if name not in self._installed:
            return False
        newest = self._fitting(name, self._demands(name))[0]
        if newest is self._installed[name]:
            return False
        return self._settle(self._requests, self._installed | {name: newest})

    def installed(self) -> list[str]:
        """List the installed packages in the order of installing."""
        return [package.name for package in self._installed.values()]

    def version(self, name: str) -> str | None:
        """Return the installed version of a package; None if it is not installed."""
        package = self._installed.get(name)
        return package.version if package else None

    def why(self, name: str) -> list[str]:
        """List the requests that need a package, by name; none if it is not installed."""
        requests = sorted(self._requests.items())
        return [key for key, want in requests if name in self._reach([want], self._installed, {})]

    def rollback(self, steps: int = 1) -> bool:
        """Undo the last changes for good; return False if there are not so many."""
        if not 1 <= steps <= len(self._history):
            return False
        self._installed, self._requests = self._history[-steps]
        del self._history[-steps:]
        return True

    def install_all(self, packages: list[str]) -> bool:
        """Meet these requirements and all requests at once; return False if that cannot be."""
        requests = self._requests_with(packages)
        solution = self._solve(list(requests.values()), {})
        if solution is None:
            return False
        return self._settle(requests, solution)

    def explain(self, packages: list[str]) -> list[str]:
        """List requirements that cannot be met together; none if all of them can."""
        conflict = list(self._requests_with(packages).values())
        if self._solve(conflict, {}) is not None:
            return []
        for requirement in list(conflict):
            rest = [other for other in conflict if other is not requirement]
            if self._solve(rest, {}) is None:
                conflict = rest
        return [requirement.text for requirement in conflict]

    def _settle(self, requests: dict[str, Requirement], known: Packages) -> bool:
        """Hold what the requests need and no more, if that can be; what is held keeps its place."""
        try:
            needed = self._reach(list(requests.values()), known, {})
        except LookupError:
            return False
        self._history.append(State(self._installed, self._requests))
        self._installed = {key: needed[key] for key in self._installed if key in needed} | needed
        self._requests = requests
        return True

    def _reach(self, wanted: list[Requirement], known: Packages, found: Packages) -> Packages:
        """Add what is wanted, and all that it needs, to what is found: dependencies first.

        The known version of a package is taken; where there is none, the highest that fits.

        Raises:
            LookupError: when a requirement is not met.
        """
        for requirement in wanted:
            name = requirement.name
            package = found.get(name) or known.get(name) or self._highest(requirement)
            if not requirement.accepts(package):
                raise LookupError
            if package.name not in found:
                found[package.name] = package
                self._reach(package.dependencies, known, found)
                found[package.name] = found.pop(package.name)  # now behind what it needs
        return found

    def _highest(self, requirement: Requirement) -> Package:
        """Return the highest version that fits, or raise an IndexError: nothing does."""
        return self._fitting(requirement.name, [requirement])[0]

    def _requests_with(self, packages: list[str]) -> dict[str, Requirement]:
        """Return the requests together with new ones, which replace those of the same name."""
        added = [Requirement.parse(package) for package in packages]
        return self._requests | {requirement.name: requirement for requirement in added}

    def _solve(self, wanted: list[Requirement], chosen: Packages) -> Packages | None:
        """Choose versions until every requirement is met; None if no choice does.

        Requirements are taken in order, and so are versions, the highest first. Where a
        requirement cannot be met, the search goes back to the choice made last.
        """
        if not wanted:
            return chosen
        requirement, *rest = wanted
        if requirement.name in chosen:
            met = requirement.accepts(chosen[requirement.name])
            return self._solve(rest, chosen) if met else None
        for package in self._fitting(requirement.name, [requirement]):
            solution = self._solve([*package.dependencies, *rest], chosen | {package.name: package})
            if solution is not None:
                return solution
        return None

    def _fitting(self, name: str, requirements: list[Requirement]) -> list[Package]:
        """Return the known versions that meet all requirements, the highest first."""
        versions = sorted(self._registry.get(name, {}).items(), reverse=True)
        return [found for _, found in versions if all(r.accepts(found) for r in requirements)]

    def _demands(self, name: str) -> list[Requirement]:
        """Return what the requests and the other packages require of a package."""
        demands = list(self._requests.values())
        for package in self._installed.values():
            if package.name != name:
                demands += package.dependencies
        return [demand for demand in demands if demand.name == name]
