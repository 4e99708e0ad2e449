# verdict: run-time error
# rejected at: level 1
# mistake: remove relies on list.remove, which raises a ValueError for what is not installed
class PackageManager:
    def __init__(self) -> None:
        self._registry: set[str] = set()
        self._installed: list[str] = []

    def register(self, name: str) -> bool:
        if name in self._registry:
            return False
        self._registry.add(name)
        return True

    def install(self, package: str) -> bool:
        if package in self._installed or package not in self._registry:
            return False
        self._installed.append(package)
        return True

    def remove(self, name: str) -> bool:
        self._installed.remove(name)
        return True

    def installed(self) -> list[str]:
        return list(self._installed)
