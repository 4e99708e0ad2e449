# verdict: wrong answer
# rejected at: level 1
# mistake: keeps the installed packages in a set and lists them by name, not as they were installed
class PackageManager:
    def __init__(self) -> None:
        self._registry: set[str] = set()
        self._installed: set[str] = set()

    def register(self, name: str) -> bool:
        if name in self._registry:
            return False
        self._registry.add(name)
        return True

    def install(self, package: str) -> bool:
        if package in self._installed or package not in self._registry:
            return False
        self._installed.add(package)
        return True

    def installed(self) -> list[str]:
        return sorted(self._installed)
