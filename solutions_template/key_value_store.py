"""An in-memory store of keys, each holding named fields."""


class KeyValueStore:
    """Keys hold fields; every field holds one value."""

    def set(self, key: str, field: str, value: str) -> None:
        """Store a value in a field of a key, replacing the value it had."""
        raise NotImplementedError

    def get(self, key: str, field: str) -> str | None:
        """Return the value of a field, or None if there is no such field."""
        raise NotImplementedError

    def delete(self, key: str, field: str) -> bool:
        """Remove a field; return False if there is no such field."""
        raise NotImplementedError
