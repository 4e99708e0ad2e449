"""Another design of level 1: two lists of names."""


class PackageManager:
    """The names that are known, and those of them that are installed."""

    def __init__(self) -> None:
        self._known: list[str] = []
        self._installed: list[str] = []

    def register(self, name: str) -> bool:
        """Make a package known."""
        new = name not in self._known
        if new:
            self._known.append(name)
        return new

    def install(self, package: str) -> bool:
        """Install a package."""
        wanted = package in self._known and package not in self._installed
        if wanted:
            self._installed.append(package)
        return wanted

    def remove(self, name: str) -> bool:
        """Remove a package."""
        found = name in self._installed
        if found:
            self._installed.remove(name)
        return found

    def installed(self) -> list[str]:
        """List the installed packages in the order of installing."""
        return self._installed[:]
