"""A package manager that swaps frozen states: no state is ever changed, a call makes the next.

A state keeps with each request everything that it needs, so no call has to walk twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class State:
    """All that is known at one moment."""

    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # dependencies by name
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by request, itself last
    placed: tuple[str, ...] = ()  # what is installed, the earliest first


def in_order_of_installing(known: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, ...]:
    """Everything that a package needs, dependencies first; KeyError if some of it is unknown."""
    order: list[str] = []
    reached: set[str] = set()

    def visit(package: str) -> None:
        if package not in reached:
            reached.add(package)
            for dependency in known[package]:
                visit(dependency)
            order.append(package)

    visit(name)
    return tuple(order)


def with_needs(now: State, needs: Mapping[str, tuple[str, ...]]) -> State:
    """The state with these requests: what stays keeps its place, what is new comes behind."""
    wanted = dict.fromkeys(name for order in needs.values() for name in order)
    stay = [name for name in now.placed if name in wanted]
    come = wanted.keys() - set(stay)
    return replace(now, needs=needs, placed=(*stay, *(name for name in wanted if name in come)))


class PackageManager:
    """Packages are registered once, then requested and taken back at will."""

    def __init__(self) -> None:
        self._state = State()

    def register(self, name: str, dependencies: list[str] | None = None) -> bool:
        """Make a package known; return False if it is known already."""
        now = self._state
        if name in now.known:
            return False
        self._state = replace(now, known={**now.known, name: tuple(dependencies or ())})
        return True

    def install(self, package: str) -> bool:
        """Request a package; return False if it is requested or something of it is unknown."""
        now = self._state
        if package in now.needs:
            return False
        try:
            order = in_order_of_installing(now.known, package)
        except KeyError:
            return False
        self._state = with_needs(now, {**now.needs, package: order})
        return True

    def remove(self, name: str) -> bool:
        """Take back a request and sweep; return False if the package is not requested."""
        now = self._state
        if name not in now.needs:
            return False
        self._state = with_needs(
            now, {request: order for request, order in now.needs.items() if request != name}
        )
        return True

    def installed(self) -> list[str]:
        """List the installed packages in the order of installing."""
        return list(self._state.placed)

    def why(self, name: str) -> list[str]:
        """List the requested packages that need a package, in ascending order."""
        return sorted(request for request, order in self._state.needs.items() if name in order)
