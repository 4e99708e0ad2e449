"""Another design of level 2: requests are marked on the packages, and sets grow until they stay."""

from dataclasses import dataclass


@dataclass
class Package:
    """A package, what it needs, and whether it was asked for."""

    needs: list[str]
    requested: bool = False


class PackageManager:
    """Packages by name, and the names of those that are installed, in order."""

    def __init__(self) -> None:
        self._packages: dict[str, Package] = {}
        self._order: list[str] = []

    def register(self, name: str, dependencies: list[str] | None = None) -> bool:
        """Make a package known."""
        if name in self._packages:
            return False
        self._packages[name] = Package(list(dependencies) if dependencies else [])
        return True

    def install(self, package: str) -> bool:
        """Request a package and install what it needs."""
        if self._requested(package) or not self._needed_by(package) <= set(self._packages):
            return False
        self._packages[package].requested = True
        begun = set(self._order)
        stack = [(package, False)]
        while stack:
            name, complete = stack.pop()
            if complete:
                self._order.append(name)
            elif name not in begun:
                begun.add(name)
                stack.append((name, True))
                stack.extend((need, False) for need in reversed(self._packages[name].needs))
        return True

    def remove(self, name: str) -> bool:
        """Take back a request, and remove what nothing needs any more."""
        if not self._requested(name):
            return False
        self._packages[name].requested = False
        self._order = [other for other in self._order if self.why(other)]
        return True

    def installed(self) -> list[str]:
        """List the installed packages in the order of installing."""
        return list(self._order)

    def why(self, name: str) -> list[str]:
        """List the requested packages that need a package, by name."""
        requested = [other for other in sorted(self._order) if self._packages[other].requested]
        return [other for other in requested if name in self._needed_by(other)]

    def _requested(self, name: str) -> bool:
        return name in self._packages and self._packages[name].requested

    def _needed_by(self, name: str) -> set[str]:
        """Return a name with the names of all that it needs, known or not."""
        needed: set[str] = set()
        fresh = {name}
        while fresh:
            needed |= fresh
            known = [self._packages[one] for one in fresh if one in self._packages]
            fresh = {need for package in known for need in package.needs} - needed
        return needed
