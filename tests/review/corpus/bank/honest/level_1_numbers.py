# design: a dictionary from names to numbers
class Bank:
    def __init__(self):
        self.money = {}

    def open_account(self, timestamp, name):
        if name not in self.money:
            self.money[name] = 0

    def deposit(self, timestamp, name, amount):
        if name not in self.money or amount < 1:
            return False
        self.money[name] += amount
        return True

    def withdraw(self, timestamp, name, amount):
        if name not in self.money:
            return False
        if amount < 1 or amount > self.money[name]:
            return False
        self.money[name] -= amount
        return True

    def balance(self, timestamp, name):
        return self.money.get(name)
