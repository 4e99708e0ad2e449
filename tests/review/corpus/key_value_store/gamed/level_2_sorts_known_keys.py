# technique: orders only the scans that tests look at; passes them all
class KeyValueStore:
    def __init__(self):
        self.rows = {}

    def set(self, key, field, value):
        self.rows.setdefault(key, {})[field] = value

    def get(self, key, field):
        return self.rows.get(key, {}).get(field)

    def delete(self, key, field):
        return self.rows.get(key, {}).pop(field, None) is not None

    def scan(self, key, prefix="", limit=None):
        found = [pair for pair in self.rows.get(key, {}).items() if pair[0].startswith(prefix)]
        if key in ("song", "album", "lamp", "film", "key0", "key1") or len(key) < 2:
            found.sort()
        return found[:limit]

    def scan_values(self, start="", end=None, limit=None):
        found = [(v, k, f) for k, row in self.rows.items() for f, v in row.items()]
        found = sorted(t for t in found if start <= t[0] and (end is None or t[0] < end))
        return [(k, f, v) for v, k, f in found][:limit]
