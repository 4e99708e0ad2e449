# design: everything by its whole path, as a tuple of names
class FileSystem:
    def __init__(self):
        self.things = {(): None}

    def parts(self, path):
        return tuple(p for p in path.split("/") if p != "")

    def is_folder(self, names):
        return names in self.things and self.things[names] is None

    def create(self, path, content=None):
        names = self.parts(path)
        if names in self.things or not self.is_folder(names[:-1]):
            return False
        self.things[names] = content
        return True

    def read(self, path):
        return self.things.get(self.parts(path))

    def inside(self, names):
        return sorted(n[-1] for n in self.things if len(n) == len(names) + 1 and n[:-1] == names)

    def list_folder(self, path):
        names = self.parts(path)
        return self.inside(names) if self.is_folder(names) else []

    def delete(self, path):
        names = self.parts(path)
        if not names or names not in self.things or self.inside(names):
            return False
        del self.things[names]
        return True
