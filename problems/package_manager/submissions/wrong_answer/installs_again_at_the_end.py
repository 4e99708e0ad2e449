# verdict: wrong answer
# rejected at: level 1
# mistake: installing what is installed already is not refused and moves it to the end
class PackageManager:
    def __init__(self) -> None:
        self._registry: set[str] = set()
        self._installed: dict[str, None] = {}

    def register(self, name: str) -> bool:
        if name in self._registry:
            return False
        self._registry.add(name)
        return True

    def install(self, package: str) -> bool:
        if package not in self._registry:
            return False
        self._installed.pop(package, None)
        self._installed[package] = None
        return True

    def installed(self) -> list[str]:
        return list(self._installed)
