# design: nested dictionaries walked by generators, cut by islice
from itertools import islice


class KeyValueStore:
    def __init__(self):
        self._rows = {}

    def set(self, key, field, value):
        self._rows[key] = {**self._rows.get(key, {}), field: value}

    def get(self, key, field):
        return self._rows.get(key, {}).get(field)

    def delete(self, key, field):
        row = self._rows.get(key, {})
        if field not in row:
            return False
        self._rows[key] = {f: v for f, v in row.items() if f != field}
        return True

    def _walk(self):
        for key, row in self._rows.items():
            for field, value in row.items():
                yield value, key, field

    def scan(self, key, prefix="", limit=None):
        names = sorted(filter(lambda f: f.startswith(prefix), self._rows.get(key, {})))
        return list(islice(((f, self._rows[key][f]) for f in names), limit))

    def scan_values(self, start="", end=None, limit=None):
        inside = (t for t in self._walk() if t[0] >= start and (end is None or t[0] < end))
        return [(k, f, v) for v, k, f in islice(sorted(inside), limit)]
