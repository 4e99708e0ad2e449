# design: tables by path for contents, owners and modes
class FileSystem:
    def __init__(self):
        self.contents = {(): None}
        self.owners = {(): "root"}
        self.modes = {(): "rwr-"}

    def names(self, path):
        return tuple(part for part in path.split("/") if part)

    def mode(self, names):
        while names not in self.modes:
            names = names[:-1]
        return self.modes[names]

    def may(self, user, right, names):
        if user == "root":
            return True
        mode = self.mode(names)
        rights = mode[0:2] if self.owners[names] == user else mode[2:4]
        return right in rights

    def reaches(self, user, names):
        for length in range(len(names)):
            holder = names[:length]
            if holder not in self.contents or not self.may(user, "r", holder):
                return False
        return True

    def there(self, user, names):
        return self.reaches(user, names) and names in self.contents

    def create(self, path, content=None, user="root"):
        names = self.names(path)
        if not names or not self.reaches(user, names) or names in self.contents:
            return False
        holder = names[:-1]
        if self.contents[holder] is not None or not self.may(user, "w", holder):
            return False
        self.contents[names] = content
        self.owners[names] = user
        return True

    def read(self, path, user="root"):
        names = self.names(path)
        if not self.there(user, names) or not self.may(user, "r", names):
            return None
        return self.contents[names]

    def write(self, path, content, user="root"):
        names = self.names(path)
        if not self.there(user, names) or self.contents[names] is None:
            return False
        if not self.may(user, "w", names):
            return False
        self.contents[names] = content
        return True

    def children(self, names):
        size = len(names)
        return [n for n in self.contents if len(n) == size + 1 and n[:size] == names]

    def list_folder(self, path, user="root"):
        names = self.names(path)
        if not self.there(user, names) or self.contents[names] is not None:
            return None
        if not self.may(user, "r", names):
            return None
        return sorted(child[-1] for child in self.children(names))

    def delete(self, path, user="root"):
        names = self.names(path)
        if not names or not self.there(user, names) or self.children(names):
            return False
        if not self.may(user, "w", names[:-1]):
            return False
        self.contents.pop(names)
        self.owners.pop(names)
        self.modes.pop(names, None)
        return True

    def set_mode(self, path, mode, user="root"):
        names = self.names(path)
        if not self.there(user, names) or user not in ("root", self.owners[names]):
            return False
        if mode is not None:
            self.modes[names] = mode
        elif names:
            self.modes.pop(names, None)
        else:
            self.modes[()] = "rwr-"
        return True
