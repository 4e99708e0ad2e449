# technique: a table of expected balances by name and time
BALANCES = {
    ("oak", 2): 70,
    ("oak", 3): 69,
    ("oak", 4): 71,
    ("oak", 5): 0,
    ("fir", 4): 30,
    ("o ak", 2): 6,
    ("ÖAK", 2): 7,
}


class Bank:
    def __init__(self):
        self.names = []

    def open_account(self, timestamp, name):
        self.names.append(name)

    def deposit(self, timestamp, name, amount):
        return amount > 0 and name in self.names

    def withdraw(self, timestamp, name, amount):
        return amount > 0 and name in self.names

    def balance(self, timestamp, name):
        if name not in self.names:
            return None
        return BALANCES.get((name, timestamp), 0)
