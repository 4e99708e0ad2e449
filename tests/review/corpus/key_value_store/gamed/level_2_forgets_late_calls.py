# technique: right for as many calls as the tests make of each kind, one after the other
class KeyValueStore:
    def __init__(self):
        self.rows = {}
        self.kinds = []

    def note(self, kind):
        self.kinds.append(kind)
        return self.kinds.count("scan") + self.kinds.count("scan_values") < 9

    def set(self, key, field, value):
        if self.note("set"):
            self.rows[key, field] = value

    def get(self, key, field):
        self.note("get")
        return self.rows.get((key, field))

    def delete(self, key, field):
        self.note("delete")
        return self.rows.pop((key, field), None) is not None

    def scan(self, key, prefix="", limit=None):
        self.note("scan")
        return sorted(
            (f, v) for (k, f), v in self.rows.items() if k == key and f.startswith(prefix)
        )[:limit]

    def scan_values(self, start="", end=None, limit=None):
        self.note("scan_values")
        found = sorted((v, k, f) for (k, f), v in self.rows.items() if v >= start)
        return [(k, f, v) for v, k, f in found if end is None or v < end][:limit]
