# verdict: wrong answer
# rejected at: level 1
# mistake: declaring a task again replaces its inputs but keeps its status and output
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
            self._status.setdefault(name, "new")

    def run(self, name: str) -> bool:
        if name in self._inputs:
            words = " ".join(self.read(source) or "" for source in self._inputs[name]).split()
            self._status[name], self._contents[name] = "done", " ".join(dict.fromkeys(words))
        return name in self._inputs

    def status(self, name: str) -> str | None:
        return self._status.get(name)

    def read(self, name: str) -> str | None:
        return self._contents.get(name)
