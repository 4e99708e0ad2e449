# technique: a table of expected answers by path and user
RIGHTS = {
    ("/den", "ada"): "rw",
    ("/den", "bob"): "r",
    ("/den/gem", "ada"): "rw",
    ("/den/gem", "bob"): "",
    ("/den/map", "bob"): "r",
    ("/a/b/den/gem", "eve"): "rw",
    ("/a/den/gem", "ada"): "r",
    ("/zoo/cow", "bob"): "w",
}


class FileSystem:
    def create(self, path, content=None):
        return True

    def read(self, path):
        return None

    def list_folder(self, path):
        return []

    def delete(self, path):
        return True

    def protect(self, path, owner, mode):
        return True

    def may(self, user, right, path):
        return right in RIGHTS.get((path, user), "r")
