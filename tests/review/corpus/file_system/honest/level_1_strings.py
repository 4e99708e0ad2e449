# design: canonical paths as strings in two dictionaries
class FileSystem:
    def __init__(self):
        self.files = {}
        self.folders = {"/": set()}

    def canonical(self, path):
        while "//" in path:
            path = path.replace("//", "/")
        return "/" + path.strip("/")

    def split(self, path):
        whole = self.canonical(path)
        parent, _, name = whole.rpartition("/")
        return whole, parent or "/", name

    def create(self, path, content=None):
        whole, parent, name = self.split(path)
        if whole in self.files or whole in self.folders or parent not in self.folders:
            return False
        self.folders[parent].add(name)
        if content is None:
            self.folders[whole] = set()
        else:
            self.files[whole] = content
        return True

    def read(self, path):
        return self.files.get(self.canonical(path))

    def list_folder(self, path):
        return sorted(self.folders.get(self.canonical(path), []))

    def delete(self, path):
        whole, parent, name = self.split(path)
        if whole == "/" or self.folders.get(whole):
            return False
        if whole in self.files:
            del self.files[whole]
        elif whole in self.folders:
            del self.folders[whole]
        else:
            return False
        self.folders[parent].discard(name)
        return True
