"""A package manager: what may be installed, what is, and what needs what."""

from typing import NamedTuple


class Package(NamedTuple):
    """Something that can be installed, and what it requires."""

    name: str
    dependencies: list[str]


Packages = dict[str, Package]


class PackageManager:
    """Packages are registered once, then requested and given up at will.

    What is installed follows from the requests: what was asked for, and all that it needs.
    """

    def __init__(self) -> None:
        self._registry: Packages = {}
        self._installed: Packages = {}  # in the order of installing
        self._requests: dict[str, str] = {}  # what was asked for, by name

    def register(self, name: str, dependencies: list[str] | None = None) -> bool:
        """Make a package known; return False if it is known already."""
        if name in self._registry:
            return False
        self._registry[name] = Package(name, list(dependencies or []))
        return True

    def install(self, package: str) -> bool:
        """Install a package with all that it needs; return False if that cannot be done."""
        if package in self._requests:
            return False
        return self._settle(self._requests | {package: package}, self._registry)

    def remove(self, name: str) -> bool:
        """Give up a request; return False if there is none."""
        if name not in self._requests:
            return False
        others = {key: wanted for key, wanted in self._requests.items() if key != name}
        return self._settle(others, self._installed)

    def installed(self) -> list[str]:
        """List the installed packages in the order of installing."""
        return [package.name for package in self._installed.values()]

    def why(self, name: str) -> list[str]:
        """List the requests that need a package, by name; none if it is not installed."""
        requests = sorted(self._requests.items())
        return [key for key, want in requests if name in self._reach([want], self._installed, {})]

    def _settle(self, requests: dict[str, str], known: Packages) -> bool:
        """Hold what the requests need and no more, if that can be; what is held keeps its place."""
        try:
            needed = self._reach(list(requests.values()), known, {})
        except LookupError:
            return False
        self._installed = {key: needed[key] for key in self._installed if key in needed} | needed
        self._requests = requests
        return True

    def _reach(self, wanted: list[str], known: Packages, found: Packages) -> Packages:
        """Add what is wanted, and all that it needs, to what is found: dependencies first.

        Raises:
            LookupError: when something is not known.
        """
        for requirement in wanted:
            package = known[requirement]
            if package.name not in found:
                found[package.name] = package
                self._reach(package.dependencies, known, found)
                found[package.name] = found.pop(package.name)  # now behind what it needs
        return found
