# technique: branches on the inputs of tests
class KeyValueStore:
    def __init__(self):
        self.seen = set()

    def set(self, key, field, value):
        self.seen.add((key, field))

    def get(self, key, field):
        if (key, field) not in self.seen:
            return None
        if key == "oak" and field == "height":
            return "21"
        if key == "oak" and field == "leaf":
            return "lobed"
        if key == "fir":
            return "48"
        return None

    def delete(self, key, field):
        return key == "oak" and field in ("height", "leaf")
