# verdict: time limit exceeded
# rejected at: level 2
# mistake: a sweep over all tasks left finds a stage, so a chain costs its length squared
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
        left = self._needed()
        plan: list[str] = []
        while True:
            stage = sorted(
                name for name, others in left.items() if not any(other in left for other in others)
            )
            if not stage:
                return plan
            plan += stage
            for name in stage:
                del left[name]

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
