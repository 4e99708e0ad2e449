# design: a log of what was said, of which the last word counts
GONE = object()


class KeyValueStore:
    def __init__(self):
        self._log = []

    def set(self, key, field, value):
        self._log.append((key, field, value))

    def _latest(self, key, field):
        for k, f, value in reversed(self._log):
            if k == key and f == field:
                return value
        return GONE

    def get(self, key, field):
        latest = self._latest(key, field)
        return None if latest is GONE else latest

    def delete(self, key, field):
        if self._latest(key, field) is GONE:
            return False
        self._log.append((key, field, GONE))
        return True
