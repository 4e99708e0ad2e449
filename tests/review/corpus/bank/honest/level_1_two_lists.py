# design: two lists side by side, as beginners write it
class Bank:
    def __init__(self):
        self.names = []
        self.balances = []

    def index(self, name):
        if name in self.names:
            return self.names.index(name)
        return -1

    def open_account(self, timestamp, name):
        if self.index(name) == -1:
            self.names.append(name)
            self.balances.append(0)

    def deposit(self, timestamp, name, amount):
        i = self.index(name)
        if i == -1:
            return False
        if amount <= 0:
            return False
        self.balances[i] = self.balances[i] + amount
        return True

    def withdraw(self, timestamp, name, amount):
        i = self.index(name)
        if i == -1:
            return False
        if amount <= 0:
            return False
        if self.balances[i] < amount:
            return False
        self.balances[i] = self.balances[i] - amount
        return True

    def balance(self, timestamp, name):
        i = self.index(name)
        if i == -1:
            return None
        return self.balances[i]
