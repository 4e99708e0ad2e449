# design: a default dictionary of dictionaries, tidied when a key is empty
from collections import defaultdict


class KeyValueStore:
    def __init__(self):
        self._data = defaultdict(dict)

    def set(self, key: str, field: str, value: str) -> None:
        self._data[key][field] = value

    def get(self, key: str, field: str):
        if key not in self._data:
            return None
        return self._data[key].get(field, None)

    def delete(self, key: str, field: str) -> bool:
        row = self._data.get(key)
        if row is None or field not in row:
            return False
        del row[field]
        if not row:
            del self._data[key]
        return True
