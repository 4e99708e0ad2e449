# design: a class for folders and one for files, with rights in their base
class Item:
    def __init__(self, parent):
        self.parent = parent
        self.own = None

    @property
    def access(self):
        return self.own or self.parent.access

    def grants(self, user, right):
        owner, mode = self.access
        half = mode[:2] if user == owner else mode[2:]
        return user == "root" or right in half


class Text(Item):
    def __init__(self, parent, content):
        super().__init__(parent)
        self.content = content


class Directory(Item):
    def __init__(self, parent=None):
        super().__init__(parent)
        self.items = {}


class FileSystem:
    def __init__(self):
        self.top = Directory()
        self.top.own = ("root", "rwr-")

    def way(self, path):
        """Every item from the top to the end of the path; None where there is nothing."""
        items = [self.top]
        for name in path.strip("/").split("/") if path != "/" else []:
            here = items[-1]
            items.append(here.items.get(name) if isinstance(here, Directory) else None)
        return items

    def create(self, path, content=None):
        *_, holder, there = [None, *self.way(path)]
        if not isinstance(holder, Directory) or there is not None:
            return False
        name = path.rpartition("/")[2]
        holder.items[name] = Directory(holder) if content is None else Text(holder, content)
        return True

    def read(self, path):
        item = self.way(path)[-1]
        return item.content if isinstance(item, Text) else None

    def list_folder(self, path):
        item = self.way(path)[-1]
        return sorted(item.items) if isinstance(item, Directory) else []

    def delete(self, path):
        item = self.way(path)[-1]
        if item is None or item is self.top or getattr(item, "items", None):
            return False
        del item.parent.items[path.rpartition("/")[2]]
        return True

    def protect(self, path, owner, mode):
        item = self.way(path)[-1]
        if item is None:
            return False
        item.own = (owner, mode)
        return True

    def may(self, user, right, path):
        *before, item = self.way(path)
        if item is None:
            return False
        return all(folder.grants(user, "r") for folder in before) and item.grants(user, right)
