# design: each account is the list of its movements
class Bank:
    def __init__(self):
        self.movements: dict[str, list[int]] = {}

    def open_account(self, timestamp: int, name: str) -> None:
        self.movements.setdefault(name, [])

    def deposit(self, timestamp: int, name: str, amount: int) -> bool:
        if amount > 0 and name in self.movements:
            self.movements[name].append(amount)
            return True
        return False

    def withdraw(self, timestamp: int, name: str, amount: int) -> bool:
        held = self.balance(timestamp, name)
        if held is None or not 1 <= amount <= held:
            return False
        self.movements[name].append(-amount)
        return True

    def balance(self, timestamp: int, name: str):
        return sum(self.movements[name]) if name in self.movements else None
