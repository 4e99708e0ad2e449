# design: a list of records that is searched
from dataclasses import dataclass


@dataclass
class Record:
    key: str
    field: str
    value: str


class KeyValueStore:
    def __init__(self) -> None:
        self.records: list[Record] = []

    def find(self, key, field):
        for record in self.records:
            if record.key == key and record.field == field:
                return record
        return None

    def set(self, key, field, value):
        record = self.find(key, field)
        if record is None:
            self.records.append(Record(key, field, value))
        else:
            record.value = value

    def get(self, key, field):
        record = self.find(key, field)
        return record.value if record else None

    def delete(self, key, field):
        record = self.find(key, field)
        if record is None:
            return False
        self.records.remove(record)
        return True
