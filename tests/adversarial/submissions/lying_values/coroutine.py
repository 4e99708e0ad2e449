# verdict: wrong answer
# why: an answer that was not awaited
class Ledger:
    async def add(self, a, b): return a + b
