# verdict: accepted
# why: indented by tabs, parted by form feeds, no newline at the end


class Ledger:
	"""Right in every respect."""

	def __init__(self):
		self._entries = []
		self._asked = 0

	def add(self, a, b):
		return a + b

	def deposit(self, name, amount):
		if amount <= 0:
			raise ValueError("the amount must be positive")
		self._entries.append((name, amount))
		return self.balances()[name]

	def balances(self):
		held = {}
		for name, amount in self._entries:
			held[name] = held.get(name, 0) + amount
		return held

	def history(self):
		return list(self._entries)

	def count(self):
		self._asked += 1
		return self._asked

	def share(self, name):
		held = self.balances()
		return held[name] / sum(held.values())

	def walk(self):
		yield from sorted(self.balances())

	def names(self):
		return set(self.balances())

	def each(self, function):
		return sum(function(name, amount) for name, amount in self.balances().items())

	def total(self, numbers):
		return sum(numbers)

	def scramble(self, number):
		return (number * 2654435761 + 12345) % 2**32