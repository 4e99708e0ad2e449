# design: tables by path for contents and for what was protected
class FileSystem:
    def __init__(self):
        self.contents = {(): None}
        self.protected = {(): ("root", "rwr-")}

    def names(self, path):
        return tuple(part for part in path.split("/") if part)

    def is_folder(self, names):
        return names in self.contents and self.contents[names] is None

    def create(self, path, content=None):
        names = self.names(path)
        if names in self.contents or not self.is_folder(names[:-1]):
            return False
        self.contents[names] = content
        return True

    def read(self, path):
        return self.contents.get(self.names(path))

    def children(self, names):
        size = len(names)
        return [n for n in self.contents if len(n) == size + 1 and n[:size] == names]

    def list_folder(self, path):
        return sorted(child[-1] for child in self.children(self.names(path)))

    def delete(self, path):
        names = self.names(path)
        if not names or names not in self.contents or self.children(names):
            return False
        self.contents.pop(names)
        self.protected.pop(names, None)
        return True

    def protect(self, path, owner, mode):
        names = self.names(path)
        if names not in self.contents:
            return False
        self.protected[names] = (owner, mode)
        return True

    def grants(self, user, right, names):
        while names not in self.protected:
            names = names[:-1]
        owner, mode = self.protected[names]
        return right in (mode[0:2] if owner == user else mode[2:4])

    def may(self, user, right, path):
        names = self.names(path)
        if names not in self.contents:
            return False
        if user == "root":
            return True
        for length in range(len(names)):
            if not self.grants(user, "r", names[:length]):
                return False
        return self.grants(user, right, names)
