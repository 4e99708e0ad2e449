# verdict: wrong answer
# rejected at: level 2
# mistake: counts how many need a package; packages in a cycle keep each other's count above zero
class PackageManager:
    def __init__(self) -> None:
        self._registry: dict[str, list[str]] = {}
        self._installed: dict[str, int] = {}
        self._requests: set[str] = set()

    def register(self, name: str, dependencies: list[str] | None = None) -> bool:
        if name in self._registry:
            return False
        self._registry[name] = list(dict.fromkeys(dependencies or []))
        return True

    def install(self, package: str) -> bool:
        if package in self._requests or not self._complete(package, set()):
            return False
        self._add(package, set())
        self._installed[package] += 1
        self._requests.add(package)
        return True

    def remove(self, name: str) -> bool:
        if name not in self._requests:
            return False
        self._requests.remove(name)
        self._drop(name)
        return True

    def installed(self) -> list[str]:
        return list(self._installed)

    def why(self, name: str) -> list[str]:
        found = []
        for request in sorted(self._requests):
            reached: set[str] = set()
            self._complete(request, reached)
            if name in reached:
                found.append(request)
        return found

    def _complete(self, name: str, reached: set[str]) -> bool:
        if name in reached:
            return True
        if name not in self._registry:
            return False
        reached.add(name)
        return all(self._complete(other, reached) for other in self._registry[name])

    def _add(self, name: str, begun: set[str]) -> None:
        if name in self._installed or name in begun:
            return
        begun.add(name)
        for other in self._registry[name]:
            self._add(other, begun)
        self._installed[name] = 0
        for user in self._installed:
            for other in self._registry[user]:
                if name == user and other in self._installed:
                    self._installed[other] += 1
                elif other == name:
                    self._installed[name] += 1

    def _drop(self, name: str) -> None:
        self._installed[name] -= 1
        if self._installed[name] == 0:
            del self._installed[name]
            for other in self._registry[name]:
                if other in self._installed:
                    self._drop(other)
