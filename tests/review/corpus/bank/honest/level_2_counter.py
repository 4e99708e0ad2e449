# design: what is held and what has left in two counters
from collections import Counter


class Bank:
    def __init__(self):
        self.names = set()
        self.held = Counter()
        self.left = Counter()

    def open_account(self, timestamp, name):
        self.names.add(name)

    def can_pay(self, name, amount):
        return name in self.names and amount > 0 and self.held[name] >= amount

    def deposit(self, timestamp, name, amount):
        good = name in self.names and amount > 0
        if good:
            self.held[name] += amount
        return good

    def withdraw(self, timestamp, name, amount):
        good = self.can_pay(name, amount)
        if good:
            self.held[name] -= amount
            self.left[name] += amount
        return good

    def balance(self, timestamp, name):
        if name in self.names:
            return self.held[name]
        return None

    def transfer(self, timestamp, sender, receiver, amount):
        good = self.can_pay(sender, amount) and receiver in self.names and receiver != sender
        if good:
            self.withdraw(timestamp, sender, amount)
            self.held[receiver] += amount
        return good

    def ranking(self, timestamp, limit=None):
        order = sorted(self.names, key=lambda name: (-self.left[name], name))
        return [(name, self.left[name]) for name in order][:limit]
