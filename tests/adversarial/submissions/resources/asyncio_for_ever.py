# verdict: time limit exceeded
# says: waiting
# slow: another of its kind is in the default run
# why: an event loop that waits
import asyncio
class Ledger:
    def add(self, a, b):
        async def wait(): await asyncio.Event().wait()
        return asyncio.run(wait())
