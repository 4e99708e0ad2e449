# design: a sorted list of pairs beside the list of their values, searched by halves
from bisect import bisect_left


class KeyValueStore:
    def __init__(self):
        self.names = []
        self.values = []

    def _at(self, name):
        i = bisect_left(self.names, name)
        return i, i < len(self.names) and self.names[i] == name

    def set(self, key, field, value):
        i, there = self._at((key, field))
        if there:
            self.values[i] = value
        else:
            self.names.insert(i, (key, field))
            self.values.insert(i, value)

    def get(self, key, field):
        i, there = self._at((key, field))
        return self.values[i] if there else None

    def delete(self, key, field):
        i, there = self._at((key, field))
        if there:
            self.names.pop(i)
            self.values.pop(i)
        return there
