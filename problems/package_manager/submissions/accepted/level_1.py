"""A package manager: what may be installed, and what is."""

from typing import NamedTuple


class Package(NamedTuple):
    """Something that can be installed."""

    name: str


Packages = dict[str, Package]


class PackageManager:
    """Packages are registered once, then installed at will."""

    def __init__(self) -> None:
        self._registry: Packages = {}
        self._installed: Packages = {}  # in the order of installing

    def register(self, name: str) -> bool:
        """Make a package known; return False if it is known already."""
        if name in self._registry:
            return False
        self._registry[name] = Package(name)
        return True

    def install(self, package: str) -> bool:
        """Install a package; return False if it is unknown or installed already."""
        if package in self._installed or package not in self._registry:
            return False
        self._installed[package] = self._registry[package]
        return True

    def installed(self) -> list[str]:
        """List the installed packages in the order of installing."""
        return [package.name for package in self._installed.values()]
