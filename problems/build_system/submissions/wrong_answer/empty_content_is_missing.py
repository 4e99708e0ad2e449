# verdict: wrong answer
# rejected at: level 1
# mistake: a task is not run if one of its contents is empty, because that is falsy
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
        if name not in self._inputs:
            return False
        contents = [self._contents[source] for source in self._inputs[name]]
        if not all(contents):
            return False
        words = " ".join(contents).split()
        self._status[name], self._contents[name] = "done", " ".join(dict.fromkeys(words))
        return True

    def status(self, name: str) -> str | None:
        return self._status.get(name)

    def read(self, name: str) -> str | None:
        return self._contents.get(name)
