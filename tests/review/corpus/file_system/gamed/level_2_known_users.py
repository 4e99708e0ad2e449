# technique: rights for the users and paths of tests
class FileSystem:
    def __init__(self):
        self.files = {"/": None}

    def create(self, path, content=None):
        if path in self.files or path.rpartition("/")[0] not in (*self.files, ""):
            return False
        self.files[path] = content
        return True

    def read(self, path):
        return self.files.get(path)

    def list_folder(self, path):
        inside = path.rstrip("/") + "/"
        return sorted(p.rpartition("/")[2] for p in self.files if p.rpartition("/")[0] + "/" == inside)

    def delete(self, path):
        if path == "/" or self.list_folder(path):
            return False
        return self.files.pop(path, 0) != 0

    def protect(self, path, owner, mode):
        return path in self.files

    def may(self, user, right, path):
        if path not in self.files:
            return False
        if path == "/den/gem" or path == "/den/map":
            return user in ("ada", "root")
        if path.startswith("/a/b/den"):
            return right == "r" or user == "eve"
        return right == "r" or user == "root"
