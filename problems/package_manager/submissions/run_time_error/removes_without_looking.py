# verdict: run-time error
# rejected at: level 2
# mistake: remove deletes the request without looking: a KeyError for what is not requested
from typing import NamedTuple


class Package(NamedTuple):
    name: str
    dependencies: list[str]


Packages = dict[str, Package]


class PackageManager:
    def __init__(self) -> None:
        self._registry: Packages = {}
        self._installed: Packages = {}
        self._requests: dict[str, str] = {}

    def register(self, name: str, dependencies: list[str] | None = None) -> bool:
        if name in self._registry:
            return False
        self._registry[name] = Package(name, list(dependencies or []))
        return True

    def install(self, package: str) -> bool:
        if package in self._requests:
            return False
        return self._settle(self._requests | {package: package}, self._registry)

    def remove(self, name: str) -> bool:
        del self._requests[name]
        return self._settle(self._requests, self._installed)

    def installed(self) -> list[str]:
        return [package.name for package in self._installed.values()]

    def why(self, name: str) -> list[str]:
        requests = sorted(self._requests.items())
        return [key for key, want in requests if name in self._reach([want], self._installed, {})]

    def _settle(self, requests: dict[str, str], known: Packages) -> bool:
        try:
            needed = self._reach(list(requests.values()), known, {})
        except LookupError:
            return False
        self._installed = {key: needed[key] for key in self._installed if key in needed} | needed
        self._requests = requests
        return True

    def _reach(self, wanted: list[str], known: Packages, found: Packages) -> Packages:
        for requirement in wanted:
            package = known[requirement]
            if package.name not in found:
                found[package.name] = package
                self._reach(package.dependencies, known, found)
                found[package.name] = found.pop(package.name)
        return found
