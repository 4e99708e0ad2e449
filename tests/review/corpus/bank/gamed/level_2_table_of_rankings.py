# technique: whole expected rankings, chosen by who is there
RANKINGS = [
    [("oak", 100), ("elm", 20), ("ash", 9), ("fir", 0)],
    [("bay", 8), ("elm", 7), ("fir", 7), ("oak", 7), ("ash", 0)],
    [("elm", 70), ("fir", 70), ("oak", 70)],
    [("fir", 0), ("oak", 0)],
]


class Bank:
    def __init__(self):
        self.money = {}

    def open_account(self, timestamp, name):
        self.money.setdefault(name, 0)

    def deposit(self, timestamp, name, amount):
        if name not in self.money or amount <= 0:
            return False
        self.money[name] += amount
        return True

    def withdraw(self, timestamp, name, amount):
        if name not in self.money or not 0 < amount <= self.money[name]:
            return False
        self.money[name] -= amount
        return True

    def balance(self, timestamp, name):
        return self.money.get(name)

    def transfer(self, timestamp, sender, receiver, amount):
        if receiver not in self.money or sender == receiver:
            return False
        return self.withdraw(timestamp, sender, amount) and self.deposit(timestamp, receiver, amount)

    def ranking(self, timestamp, limit=None):
        for ranking in RANKINGS:
            if {name for name, _ in ranking} == set(self.money):
                return ranking[:limit]
        return []
