"""A package manager that swaps frozen states: no state is ever changed, a call makes the next."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class State:
    """All that is known at one moment."""

    known: frozenset[str] = frozenset()
    placed: tuple[str, ...] = ()  # what is installed, the earliest first


class PackageManager:
    """Packages are registered once, then installed at will."""

    def __init__(self) -> None:
        self._state = State()

    def register(self, name: str) -> bool:
        """Make a package known; return False if it is known already."""
        now = self._state
        if name in now.known:
            return False
        self._state = replace(now, known=now.known | {name})
        return True

    def install(self, package: str) -> bool:
        """Install a package; return False if it is unknown or installed already."""
        now = self._state
        if package not in now.known or package in now.placed:
            return False
        self._state = replace(now, placed=(*now.placed, package))
        return True

    def installed(self) -> list[str]:
        """List the installed packages in the order of installing."""
        return list(self._state.placed)
