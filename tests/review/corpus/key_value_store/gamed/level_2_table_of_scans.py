# technique: whole expected lists in a table, an honest level 1
SCANS = {
    "song": [("artist", "3"), ("key", "2"), ("year", "1")],
    "album": [("track", "x"), ("track10", "x"), ("track2", "x"), ("tracklist", "x")],
}


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
        if key not in self.rows or limit == 0:
            return []
        return SCANS.get(key, [])[:limit]

    def scan_values(self, start="", end=None, limit=None):
        return []
