# design: an object for each key that looks after its own fields
class Entry:
    def __init__(self):
        self.fields = {}

    def put(self, name, value):
        self.fields.update({name: value})

    def look_up(self, name):
        try:
            return self.fields[name]
        except KeyError:
            return None

    def remove(self, name):
        try:
            self.fields.pop(name)
        except KeyError:
            return False
        return True


class KeyValueStore:
    def __init__(self):
        self.entries = {}

    def set(self, key, field, value):
        if key not in self.entries:
            self.entries[key] = Entry()
        self.entries[key].put(field, value)

    def get(self, key, field):
        entry = self.entries.get(key)
        if entry is None:
            return None
        return entry.look_up(field)

    def delete(self, key, field):
        entry = self.entries.get(key)
        return entry.remove(field) if entry is not None else False
