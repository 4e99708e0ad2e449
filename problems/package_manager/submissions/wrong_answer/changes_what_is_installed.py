# verdict: wrong answer
# rejected at: level 3
# mistake: install replaces an installed version that does not fit by one that does
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
    parts = [int(part) for part in version.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


class Requirement(NamedTuple):
    name: str
    bounds: list[tuple[str, Number]]

    @classmethod
    def parse(cls, text: str) -> "Requirement":
        name = re.split("[<=>]", text)[0]
        comparisons = re.findall(r"([<=>]+)([\d.]+)", text)
        return cls(name, [(sign, number(version)) for sign, version in comparisons])

    def accepts(self, package: "Package") -> bool:
        return all(COMPARE[sign](number(package.version), bound) for sign, bound in self.bounds)


class Package(NamedTuple):
    name: str
    dependencies: list[Requirement]
    version: str


Packages = dict[str, Package]


class State(NamedTuple):
    installed: Packages
    requests: dict[str, Requirement]


class PackageManager:
    def __init__(self) -> None:
        self._registry: dict[str, dict[Number, Package]] = {}
        self._installed: Packages = {}
        self._requests: dict[str, Requirement] = {}
        self._history: list[State] = []

    def register(
        self,
        name: str,
        dependencies: list[str] | None = None,
        version: str = "1",
    ) -> bool:
        versions = self._registry.setdefault(name, {})
        if number(version) in versions:
            return False
        requirements = [Requirement.parse(text) for text in dependencies or []]
        versions[number(version)] = Package(name, requirements, version)
        return True

    def available(self, package: str, limit: int | None = None) -> list[str]:
        requirement = Requirement.parse(package)
        fitting = self._fitting(requirement.name, [requirement])
        return [found.version for found in fitting][:limit]

    def install(self, package: str) -> bool:
        requirement = Requirement.parse(package)
        if requirement.name in self._requests:
            return False
        try:
            self._settle(self._requests | {requirement.name: requirement}, self._installed)
        except LookupError:
            return False
        return True

    def remove(self, name: str) -> bool:
        if name not in self._requests:
            return False
        others = {key: wanted for key, wanted in self._requests.items() if key != name}
        self._settle(others, self._installed)
        return True

    def upgrade(self, name: str) -> bool:
        if name not in self._installed:
            return False
        newest = self._fitting(name, self._demands(name))[0]
        if newest is self._installed[name]:
            return False
        try:
            self._settle(self._requests, self._installed | {name: newest})
        except LookupError:
            return False
        return True

    def installed(self) -> list[str]:
        return [package.name for package in self._installed.values()]

    def version(self, name: str) -> str | None:
        package = self._installed.get(name)
        return package.version if package else None

    def why(self, name: str) -> list[str]:
        requests = sorted(self._requests.items())
        return [key for key, want in requests if name in self._reach([want], self._installed, {})]

    def rollback(self, steps: int = 1) -> bool:
        if not 1 <= steps <= len(self._history):
            return False
        self._installed, self._requests = self._history[-steps]
        del self._history[-steps:]
        return True

    def _settle(self, requests: dict[str, Requirement], known: Packages) -> None:
        needed = self._reach(list(requests.values()), known, {})
        self._history.append(State(self._installed, self._requests))
        self._installed = {key: needed[key] for key in self._installed if key in needed} | needed
        self._requests = requests

    def _reach(self, wanted: list[Requirement], known: Packages, found: Packages) -> Packages:
        for requirement in wanted:
            name = requirement.name
            package = found.get(name) or known.get(name) or self._highest(requirement)
            if name not in found and not requirement.accepts(package):
                package = self._highest(requirement)
            if not requirement.accepts(package):
                raise LookupError
            if package.name not in found:
                found[package.name] = package
                self._reach(package.dependencies, known, found)
                found[package.name] = found.pop(package.name)
        return found

    def _highest(self, requirement: Requirement) -> Package:
        return self._fitting(requirement.name, [requirement])[0]

    def _fitting(self, name: str, requirements: list[Requirement]) -> list[Package]:
        versions = sorted(self._registry.get(name, {}).items(), reverse=True)
        return [found for _, found in versions if all(r.accepts(found) for r in requirements)]

    def _demands(self, name: str) -> list[Requirement]:
        demands = list(self._requests.values())
        for package in self._installed.values():
            if package.name != name:
                demands += package.dependencies
        return [demand for demand in demands if demand.name == name]
