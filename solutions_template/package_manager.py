"""A package manager: what may be installed, and what is."""


class PackageManager:
    """Packages are registered once, then installed at will."""

    def register(self, name: str) -> bool:
        """Make a package known; return False if it is known already."""
        raise NotImplementedError

    def install(self, package: str) -> bool:
        """Install a package; return False if it is unknown or installed already."""
        raise NotImplementedError

    def installed(self) -> list[str]:
        """List the installed packages in the order of installing."""
        raise NotImplementedError
