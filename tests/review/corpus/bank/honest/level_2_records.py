# design: each account a small dictionary
class Bank:
    def __init__(self):
        self.accounts = {}

    def open_account(self, timestamp, name):
        if name in self.accounts:
            return
        self.accounts[name] = {"balance": 0, "outgoing": 0}

    def deposit(self, timestamp, name, amount):
        account = self.accounts.get(name)
        if account is None or amount <= 0:
            return False
        account["balance"] += amount
        return True

    def withdraw(self, timestamp, name, amount):
        account = self.accounts.get(name)
        if account is None or amount <= 0 or account["balance"] < amount:
            return False
        account["balance"] -= amount
        account["outgoing"] += amount
        return True

    def balance(self, timestamp, name):
        account = self.accounts.get(name)
        return None if account is None else account["balance"]

    def transfer(self, timestamp, sender, receiver, amount):
        if sender == receiver or receiver not in self.accounts:
            return False
        if not self.withdraw(timestamp, sender, amount):
            return False
        return self.deposit(timestamp, receiver, amount)

    def ranking(self, timestamp, limit=None):
        rows = [(n, a["outgoing"]) for n, a in self.accounts.items()]
        rows.sort()
        rows.sort(key=lambda row: row[1], reverse=True)
        return rows if limit is None else rows[:limit]
