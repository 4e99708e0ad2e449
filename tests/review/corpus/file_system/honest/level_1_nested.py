# design: dictionaries in dictionaries, a file is a text among them
class FileSystem:
    def __init__(self):
        self.root = {}

    def walk(self, names):
        here = self.root
        for name in names:
            if not isinstance(here, dict) or name not in here:
                return None
            here = here[name]
        return here

    def create(self, path, content=None):
        names = list(filter(None, path.split("/")))
        if not names:
            return False
        *parents, last = names
        folder = self.walk(parents)
        if not isinstance(folder, dict) or last in folder:
            return False
        folder[last] = {} if content is None else content
        return True

    def read(self, path):
        found = self.walk(filter(None, path.split("/")))
        return found if isinstance(found, str) else None

    def list_folder(self, path):
        found = self.walk(filter(None, path.split("/")))
        if isinstance(found, dict):
            return sorted(found.keys())
        return []

    def delete(self, path):
        names = list(filter(None, path.split("/")))
        found = self.walk(names)
        if not names or found is None:
            return False
        if isinstance(found, dict) and len(found) > 0:
            return False
        self.walk(names[:-1]).pop(names[-1])
        return True
