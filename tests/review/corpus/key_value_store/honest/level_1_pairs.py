# design: one dictionary whose keys are pairs
class KeyValueStore:
    def __init__(self):
        self.cells = {}

    def set(self, key, field, value):
        self.cells[(key, field)] = value

    def get(self, key, field):
        return self.cells.get((key, field))

    def delete(self, key, field):
        if (key, field) in self.cells:
            self.cells.pop((key, field))
            return True
        return False
