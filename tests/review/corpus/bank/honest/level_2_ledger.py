# design: a ledger of postings from one name to another, with the outside world as a name
OUTSIDE = None


class Ledger:
    def __init__(self):
        self.postings = []

    def post(self, source, target, amount):
        self.postings.append((source, target, amount))

    def into(self, name):
        return sum(amount for _, target, amount in self.postings if target == name)

    def out_of(self, name):
        return sum(amount for source, _, amount in self.postings if source == name)


class Bank:
    def __init__(self):
        self.ledger = Ledger()
        self.opened = []

    def open_account(self, timestamp, name):
        if name not in self.opened:
            self.opened.append(name)

    def balance(self, timestamp, name):
        if name not in self.opened:
            return None
        return self.ledger.into(name) - self.ledger.out_of(name)

    def _move(self, timestamp, source, target, amount):
        for name in (source, target):
            if name is not OUTSIDE and name not in self.opened:
                return False
        if source == target or amount <= 0:
            return False
        if source is not OUTSIDE and self.balance(timestamp, source) < amount:
            return False
        self.ledger.post(source, target, amount)
        return True

    def deposit(self, timestamp, name, amount):
        return self._move(timestamp, OUTSIDE, name, amount)

    def withdraw(self, timestamp, name, amount):
        return self._move(timestamp, name, OUTSIDE, amount)

    def transfer(self, timestamp, sender, receiver, amount):
        return self._move(timestamp, sender, receiver, amount)

    def ranking(self, timestamp, limit=None):
        totals = [(-self.ledger.out_of(name), name) for name in self.opened]
        return [(name, -total) for total, name in sorted(totals)][:limit]
