# verdict: run-time error
# rejected at: level 2
# mistake: stages are found by a function that calls itself once for every task of a chain
class BuildSystem:
    def __init__(self) -> None:
        self._contents: dict[str, str | None] = {}
        self._inputs: dict[str, list[str]] = {}
        self._status: dict[str, str] = {}

    def write(self, name: str, content: str) -> None:
        self._contents[name] = content

    def declare(self, tasks: dict[str, list[str]]) -> None:
        for name, inputs in tasks.items():
            self._inputs[name] = list(dict.fromkeys(inputs))
            self._status[name], self._contents[name] = "new", None

    def run(self, name: str) -> bool:
        return name in self._inputs and self._execute(name) == "done"

    def status(self, name: str) -> str | None:
        return self._status.get(name)

    def read(self, name: str) -> str | None:
        return self._contents.get(name)

    def plan(self) -> list[str]:
        stages: dict[str, int | None] = {}

        def stage(name: str) -> int | None:
            if name not in stages:
                stages[name] = None
                below = [stage(other) for other in needed[name]]
                if None not in below:
                    stages[name] = max((each + 1 for each in below if each is not None), default=0)
            return stages[name]

        needed = self._needed()
        for name in needed:
            stage(name)
        found = [(each, name) for name, each in stages.items() if each is not None]
        return [name for _, name in sorted(found)]

    def build(self) -> list[tuple[str, str]]:
        return [(name, self._execute(name)) for name in self.plan()]

    def _execute(self, name: str) -> str:
        contents = [self.read(source) for source in self._inputs[name]]
        words = [word for content in contents for word in (content or "").split()]
        if any(self.read(other) is None for other in self._inputs[name] if other in self._inputs):
            self._status[name], self._contents[name] = "blocked", None
        elif None in contents or "error" in words:
            self._status[name], self._contents[name] = "failed", None
        else:
            self._status[name], self._contents[name] = "done", " ".join(dict.fromkeys(words))
        return self._status[name]

    def _needed(self) -> dict[str, list[str]]:
        return {
            name: [other for other in inputs if other in self._inputs]
            for name, inputs in self._inputs.items()
        }
