# design: a class for folders and one for files, with rights in their base
class Item:
    def __init__(self, owner, parent):
        self.owner = owner
        self.parent = parent
        self.own_mode = None

    @property
    def mode(self):
        if self.own_mode:
            return self.own_mode
        return self.parent.mode if self.parent else "rwr-"

    def readable(self, user):
        return user == "root" or self.mode[0 if user == self.owner else 2] == "r"

    def writable(self, user):
        return user == "root" or self.mode[1 if user == self.owner else 3] == "w"


class Text(Item):
    def __init__(self, owner, parent, content):
        super().__init__(owner, parent)
        self.content = content


class Directory(Item):
    def __init__(self, owner, parent):
        super().__init__(owner, parent)
        self.items = {}


class FileSystem:
    def __init__(self):
        self.top = Directory("root", None)

    def locate(self, path, user):
        """The directory before the last name, the last name, and what is there."""
        names = [n for n in path.split("/") if n]
        if not names:
            return None, "", self.top
        here = self.top
        for name in names[:-1]:
            if not isinstance(here, Directory) or not here.readable(user):
                return None, "", None
            here = here.items.get(name)
        if not isinstance(here, Directory) or not here.readable(user):
            return None, "", None
        return here, names[-1], here.items.get(names[-1])

    def create(self, path, content=None, user="root"):
        holder, name, there = self.locate(path, user)
        if holder is None or there is not None or not holder.writable(user):
            return False
        if content is None:
            holder.items[name] = Directory(user, holder)
        else:
            holder.items[name] = Text(user, holder, content)
        return True

    def read(self, path, user="root"):
        _, _, item = self.locate(path, user)
        if isinstance(item, Text) and item.readable(user):
            return item.content
        return None

    def write(self, path, content, user="root"):
        _, _, item = self.locate(path, user)
        if isinstance(item, Text) and item.writable(user):
            item.content = content
            return True
        return False

    def list_folder(self, path, user="root"):
        _, _, item = self.locate(path, user)
        if isinstance(item, Directory) and item.readable(user):
            return sorted(item.items)
        return None

    def delete(self, path, user="root"):
        holder, name, item = self.locate(path, user)
        if holder is None or item is None or not holder.writable(user):
            return False
        if isinstance(item, Directory) and item.items:
            return False
        del holder.items[name]
        return True

    def set_mode(self, path, mode, user="root"):
        _, _, item = self.locate(path, user)
        if item is None or user not in (item.owner, "root"):
            return False
        item.own_mode = mode
        return True
