# design: folders and files as two classes, found by recursion
class File:
    def __init__(self, content):
        self.content = content


class Folder:
    def __init__(self):
        self.held = {}

    def find(self, names):
        if not names:
            return self
        child = self.held.get(names[0])
        if len(names) == 1 or child is None:
            return child
        return child.find(names[1:]) if isinstance(child, Folder) else None


class FileSystem:
    def __init__(self):
        self.top = Folder()

    @staticmethod
    def names(path):
        return [name for name in path.split("/") if name]

    def create(self, path, content=None):
        names = self.names(path)
        if not names:
            return False
        holder = self.top.find(names[:-1])
        if not isinstance(holder, Folder) or names[-1] in holder.held:
            return False
        holder.held[names[-1]] = Folder() if content is None else File(content)
        return True

    def read(self, path):
        found = self.top.find(self.names(path))
        return found.content if isinstance(found, File) else None

    def list_folder(self, path):
        found = self.top.find(self.names(path))
        return sorted(found.held) if isinstance(found, Folder) else []

    def delete(self, path):
        names = self.names(path)
        found = self.top.find(names)
        if found is None or found is self.top:
            return False
        if isinstance(found, Folder) and found.held:
            return False
        del self.top.find(names[:-1]).held[names[-1]]
        return True
