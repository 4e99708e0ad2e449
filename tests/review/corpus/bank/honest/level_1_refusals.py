# design: accounts that raise what the bank turns into a refusal
class Refused(Exception):
    pass


class Account:
    def __init__(self):
        self.balance = 0

    def change(self, amount):
        if self.balance + amount < 0:
            raise Refused
        self.balance += amount


class Bank:
    def __init__(self):
        self.accounts = {}

    def open_account(self, timestamp, name):
        if name not in self.accounts:
            self.accounts[name] = Account()

    def _change(self, name, amount, sign):
        try:
            if amount <= 0 or name not in self.accounts:
                raise Refused
            self.accounts[name].change(sign * amount)
        except Refused:
            return False
        return True

    def deposit(self, timestamp, name, amount):
        return self._change(name, amount, +1)

    def withdraw(self, timestamp, name, amount):
        return self._change(name, amount, -1)

    def balance(self, timestamp, name):
        account = self.accounts.get(name)
        return account.balance if account is not None else None
