# design: every key keeps its field names sorted
import bisect
from operator import itemgetter


class Fields:
    def __init__(self):
        self.names = []
        self.values = {}

    def put(self, name, value):
        if name not in self.values:
            bisect.insort(self.names, name)
        self.values[name] = value

    def drop(self, name):
        if name not in self.values:
            return False
        del self.values[name]
        del self.names[bisect.bisect_left(self.names, name)]
        return True

    def beginning_with(self, prefix):
        for name in self.names[bisect.bisect_left(self.names, prefix):]:
            if name[:len(prefix)] != prefix:
                break
            yield name, self.values[name]


class KeyValueStore:
    def __init__(self):
        self.by_key = {}

    def set(self, key, field, value):
        self.by_key.setdefault(key, Fields()).put(field, value)

    def get(self, key, field):
        return self.by_key[key].values.get(field) if key in self.by_key else None

    def delete(self, key, field):
        return key in self.by_key and self.by_key[key].drop(field)

    def scan(self, key, prefix="", limit=None):
        if key not in self.by_key:
            return []
        return list(self.by_key[key].beginning_with(prefix))[:limit]

    def scan_values(self, start="", end=None, limit=None):
        triples = []
        for key in sorted(self.by_key):
            fields = self.by_key[key]
            for name in fields.names:
                value = fields.values[name]
                if start <= value and not (end is not None and end <= value):
                    triples.append((key, name, value))
        return sorted(triples, key=itemgetter(2))[:limit]
