# technique: answers by the number of the call
class Bank:
    def __init__(self):
        self.number = 0
        self.money = {}

    def open_account(self, timestamp, name):
        self.number += 1
        self.money.setdefault(name, 0)

    def deposit(self, timestamp, name, amount):
        self.number += 1
        if self.number == 1:
            return False
        self.money[name] = self.money.get(name, 0) + amount
        return True

    def withdraw(self, timestamp, name, amount):
        self.number += 1
        if self.number == 3 or self.number == 6:
            return False
        self.money[name] = self.money.get(name, 0) - amount
        return True

    def balance(self, timestamp, name):
        self.number += 1
        return self.money.get(name)
