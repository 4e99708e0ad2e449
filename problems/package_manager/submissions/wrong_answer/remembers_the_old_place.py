# verdict: wrong answer
# rejected at: level 1
# mistake: a removed package is only marked, so it comes back in its old place
class PackageManager:
    def __init__(self) -> None:
        self._packages: dict[str, bool | None] = {}
        self._order: list[str] = []

    def register(self, name: str) -> bool:
        if name in self._packages:
            return False
        self._packages[name] = None
        return True

    def install(self, package: str) -> bool:
        if package not in self._packages or self._packages[package]:
            return False
        if self._packages[package] is None:
            self._order.append(package)
        self._packages[package] = True
        return True

    def remove(self, name: str) -> bool:
        if not self._packages.get(name):
            return False
        self._packages[name] = False
        return True

    def installed(self) -> list[str]:
        return [name for name in self._order if self._packages[name]]
