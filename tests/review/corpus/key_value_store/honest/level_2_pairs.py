# design: one dictionary of pairs; scans sort what they filter
class KeyValueStore:
    def __init__(self):
        self.cells = {}

    def set(self, key, field, value):
        self.cells[key, field] = value

    def get(self, key, field):
        return self.cells.get((key, field))

    def delete(self, key, field):
        return self.cells.pop((key, field), None) is not None

    def scan(self, key, prefix="", limit=None):
        out = []
        for k, f in sorted(self.cells):
            if k == key and f.startswith(prefix):
                out.append((f, self.cells[k, f]))
        return self._first(out, limit)

    def scan_values(self, start="", end=None, limit=None):
        out = []
        for (k, f), v in self.cells.items():
            if v < start:
                continue
            if end is not None and v >= end:
                continue
            out.append((k, f, v))
        out.sort(key=lambda row: (row[2], row[0], row[1]))
        return self._first(out, limit)

    def _first(self, rows, limit):
        if limit is None:
            return rows
        return rows[:limit]
