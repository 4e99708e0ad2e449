# verdict: run-time error
# rejected at: level 1
# mistake: contents are joined before anyone looks whether one of them is None
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

    def _execute(self, name: str) -> str:
        contents = [self.read(source) for source in self._inputs[name]]
        words = " ".join(contents).split()
        if "error" in words:
            self._status[name], self._contents[name] = "failed", None
        else:
            kept = dict.fromkeys(word for word in words if not word.startswith("#"))
            self._status[name], self._contents[name] = "done", " ".join(kept)
        return self._status[name]
