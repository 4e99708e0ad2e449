# verdict: run-time error
# rejected at: level 1
# mistake: delete looks the key and the field up with [] and meets a KeyError when one is absent
Fields = dict[str, str]


class KeyValueStore:
    def __init__(self) -> None:
        self._keys: dict[str, Fields] = {}

    def set(self, key: str, field: str, value: str) -> None:
        fields = self._keys.setdefault(key, {})
        fields[field] = value

    def get(self, key: str, field: str) -> str | None:
        return self._fields(key).get(field)

    def delete(self, key: str, field: str) -> bool:
        fields = self._keys[key]
        value = fields.pop(field)
        return value is not None

    def _fields(self, key: str) -> Fields:
        return self._keys.get(key, {})
